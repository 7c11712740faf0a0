import type { ReportMapHandle } from '../map/report-map.ts';
import { type ReportData, reportData } from './report-data.ts';
import { whatIsThere } from './what-is-there.ts';

/*
 * Runs on the page of a report: a drawing becomes a map that one can move when its reader asks for it, one at a time.
 * Whatever it shows and hides is in a sheet of styles that a saved page does not keep: there the drawings are as before.
 */
const STYLE = `
figure.map .open,figure.map .live{display:revert}
figure.map>svg{cursor:pointer}
@media screen{figure.map.moves>svg,figure.map.moves .open{display:none}}
@media print{figure.map .open,figure.map .live{display:none}}
`;

const data = reportData();
let close = () => {};
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
document.adoptedStyleSheets.push(sheet);
for (const figure of document.querySelectorAll<HTMLElement>('figure.map')) {
  const button = figure.querySelector<HTMLButtonElement>('.open');
  const drawing = figure.querySelector('svg');
  if (!button || !drawing) continue;
  const drawn: Drawn = { figure, button, drawing, label: button.textContent };
  const open = () => void openMap(drawn);
  button.addEventListener('click', open);
  drawing.addEventListener('click', open);
}

/** A drawing, and the button that makes a map of it, with what that says at first. */
interface Drawn {
  readonly figure: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly drawing: SVGElement;
  readonly label: string;
}

async function openMap({ figure, button, drawing, label }: Drawn): Promise<void> {
  if (button.getAttribute('aria-busy') === 'true') return;
  const { words, map: report, language } = data;
  button.setAttribute('aria-busy', 'true');
  button.textContent = words.opening;
  const { live, canvas, steps, said } = partsOf(data);
  let isOpening = true;
  try {
    const { mountReportMap } = await import('../map/report-map.ts');
    close();
    const [west = 0, south = 0, east = 0, north = 0] = (figure.dataset.box ?? '').split(' ').map(Number);
    figure.classList.add('moves');
    figure.prepend(live);
    const map = await mountReportMap(canvas, {
      ...{ report, language, box: [west, south, east, north] },
      label: drawing.querySelector('title')?.textContent ?? '',
      onAsked: (place) => {
        said.textContent = whatIsThere(data, place) || words.help;
      },
    });
    canvas.append(steps(map));
    close = () => {
      close = () => {};
      map.remove();
      live.remove();
      figure.classList.remove('moves');
    };
    live.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') back(button);
    });
    live.querySelector('.back')?.addEventListener('click', () => back(button));
    map.focus();
  } catch {
    live.remove();
    figure.classList.remove('moves');
    button.textContent = words.failed;
    isOpening = false;
  }
  button.removeAttribute('aria-busy');
  if (isOpening) button.textContent = label;
}

function back(button: HTMLButtonElement): void {
  close();
  button.focus();
}

/** What stands in the place of a drawing. */
function partsOf({ words }: ReportData) {
  const live = document.createElement('div');
  const canvas = document.createElement('div');
  const said = document.createElement('p');
  live.className = 'live';
  canvas.className = 'canvas';
  said.className = 'said';
  said.setAttribute('role', 'status');
  said.textContent = words.help;
  const legend = document.querySelector<HTMLTemplateElement>('template#legend');
  live.append(
    canvas,
    said,
    legend?.content.cloneNode(true) ?? '',
    buttonOf({ className: 'back', text: words.back }),
  );
  const steps = (map: ReportMapHandle) => {
    const group = document.createElement('div');
    group.className = 'steps';
    group.append(
      buttonOf({ text: '+', label: words.nearer, onClick: () => map.zoom(1) }),
      buttonOf({ text: '−', label: words.farther, onClick: () => map.zoom(-1) }),
      buttonOf({ text: '⤢', label: words.whole, onClick: () => map.reset() }),
    );
    return group;
  };
  return { live, canvas, steps, said };
}

interface ButtonLook {
  readonly text: string;
  readonly className?: string;
  /** Where the text is a sign. */
  readonly label?: string;
  readonly onClick?: () => void;
}

function buttonOf({ text, className = '', label, onClick }: ButtonLook): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = text;
  if (label !== undefined) {
    button.setAttribute('aria-label', label);
    button.title = label;
  }
  if (onClick) button.addEventListener('click', onClick);
  return button;
}
