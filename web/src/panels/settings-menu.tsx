import { Button, Dialog, DialogTrigger, Label, Popover, Radio, RadioGroup } from 'react-aria-components';
import { type Digits, digitsOf, type ThemeChoice } from '../state/preferences.ts';
import { Icon } from './icons.tsx';
import { useApp, useAppStore } from './use-app.ts';
import { useWords } from './words.tsx';

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];
const DIGITS: readonly (readonly [Digits, string])[] = [
  ['arab', '١٢٣'],
  ['latn', '123'],
];

/** Theme and digits. */
export function SettingsMenu() {
  const { t } = useWords();
  const store = useAppStore();
  const preferences = useApp((state) => state.preferences);
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={t('settings.label')}>
        <Icon name="display" />
      </Button>
      <Popover className="popover" data-kind="settings" placement="bottom end">
        <Dialog className="settings" aria-label={t('settings.label')}>
          <Choice
            label={t('settings.theme')}
            value={preferences.theme}
            options={THEMES.map((theme) => [theme, t(`settings.theme.${theme}`)])}
            onChoose={(theme) => store.getState().setTheme(theme)}
          />
          <Choice
            label={t('settings.digits')}
            value={digitsOf(preferences)}
            options={DIGITS}
            onChoose={(digits) => store.getState().setDigits(digits)}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find(([candidate]) => candidate === chosen);
    if (option) onChoose(option[0]);
  };
  return (
    <RadioGroup className="segments" value={value} onChange={choose}>
      <Label>{label}</Label>
      <div className="segments-row">
        {options.map(([option, text]) => (
          <Radio key={option} value={option} className="segment">
            {text}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
