import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** The way to the reports. */
export function ReportButton() {
  const { t } = useWords();
  const store = useAppStore();
  return (
    <Button
      className="button report-button"
      data-look="quiet"
      onPress={() => void store.getState().openReports()}
    >
      <Icon name="report" />
      {t('reports.open')}
    </Button>
  );
}
