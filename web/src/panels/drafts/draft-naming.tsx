import { type FormEvent, useState } from 'react';
import { Button, Form, Heading, Input, Label, TextField } from 'react-aria-components';
import type { DraftDialog } from '../../state/drafts.ts';
import { ProblemText } from '../problem-text.tsx';
import { useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

const LONGEST_TITLE = 200;

/** Another title for a draft, in both languages. */
export function DraftNaming({ dialog }: { dialog: DraftDialog }) {
  const { t, name, language } = useWords();
  const store = useAppStore();
  const [ar, setAr] = useState(dialog.plan.title.ar);
  const [en, setEn] = useState(dialog.plan.title.en);
  const titles = { ar: ar.trim() || en.trim(), en: en.trim() || ar.trim() };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void store.getState().renameDraft(titles);
  };
  const fields = [
    { label: t('draft.rename.ar'), value: ar, set: setAr, lang: 'ar' },
    { label: t('draft.rename.en'), value: en, set: setEn, lang: 'en' },
  ];
  return (
    <>
      <Heading slot="title" className="card-title">
        {t('draft.rename.title')}
      </Heading>
      <Form className="draft-form" onSubmit={save}>
        {(language === 'ar' ? fields : fields.toReversed()).map(({ label, value, set, lang }, i) => (
          <TextField
            key={lang}
            className="field"
            value={value}
            onChange={set}
            maxLength={LONGEST_TITLE}
            autoFocus={i === 0}
          >
            <Label>{label}</Label>
            <Input lang={lang} dir="auto" autoComplete="off" />
          </TextField>
        ))}
        <p className="quiet">{t('draft.rename.hint')}</p>
        {dialog.overtaken && (
          <p className="problem" role="alert">
            {t('draft.rename.overtaken', { title: name(dialog.plan.title) })}
          </p>
        )}
        {dialog.problem && <ProblemText problem={dialog.problem} />}
        <div className="bar-actions">
          <Button
            type="submit"
            className="button"
            data-look="primary"
            isDisabled={titles.ar === '' || dialog.saving}
          >
            {t(dialog.saving ? 'place.saving' : 'draft.rename.save')}
          </Button>
          <Button className="button" onPress={() => store.getState().closeDraftDialog()}>
            {t('place.cancel')}
          </Button>
        </div>
      </Form>
    </>
  );
}
