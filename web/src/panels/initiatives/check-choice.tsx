import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { Icon } from '../icons.tsx';

interface CheckChoiceProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

/** Something to tick, as large as a finger. */
export function CheckChoice({ isSelected, onChange, children }: CheckChoiceProps) {
  return (
    <Checkbox className="initiative-check" isSelected={isSelected} onChange={onChange}>
      <span className="check-box" aria-hidden="true">
        {isSelected && <Icon name="check" />}
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}
