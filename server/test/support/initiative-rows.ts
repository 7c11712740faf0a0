const HASH = 'c'.repeat(64);

/** An initiative of Lith and Wasqah, with all that belongs to one, and a document of a member of Lith. */
export const INITIATIVE_ROWS: readonly string[] = [
  `insert into initiative (area_id, initiative_id, state, lead_id, parties, opened_by, opened_by_name, opened_at)
    values ('al-lith', 'bus', 'proposed', 'lith', '{lith,wasqah}', 'p-lith', 'P', '2026-11-01')`,
  `insert into initiative_revision
    values ('al-lith', 'bus', 1, '{}', '${HASH}', '{lith,wasqah}', 'p-lith', 'P', '2026-11-01')`,
  `insert into initiative_answer
    values ('al-lith', 'bus', 1, 'lith', 'signed', 1, '${HASH}', null, 'p-lith', 'P', '2026-11-02')`,
  `insert into initiative_milestone values ('al-lith', 'bus', 'ride', '2026-11-02', null)`,
  `insert into initiative_reached
    values ('al-lith', 'bus', 'one', 'al-ghalah', '2026-11', 3, 0, 0, 'p-lith', '2026-11-02')`,
  `insert into document (area_id, document_id, title, text, tags, search_text, association_id, made_by, made_by_name, made_at, changed_at)
    values ('al-lith', 'lesson', 'T', 'T', '{}', 't', 'lith', 'p-member', 'P', '2026-11-01', '2026-11-01')`,
  `insert into document_link values ('al-lith', 'lesson', 'village', 'saya')`,
  `insert into document_file values ('al-lith', 'lesson', 'a.txt', 'text', 'a')`,
];
