import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { KeptReports } from './kept-reports.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportJobs } from './report-jobs.tsx';
import { ReportSchedule } from './report-schedule.tsx';

/** Choosing a report, and those that are kept. */
export function ReportsDialog() {
  const { t } = useWords();
  const store = useAppStore();
  const close = () => store.getState().closeReports();
  return (
    <ModalOverlay className="modal-veil" isOpen isDismissable onOpenChange={(stays) => !stays && close()}>
      <Modal className="modal">
        <Dialog className="dialog people-dialog reports">
          <header className="dialog-head">
            <Heading slot="title" className="card-title">
              {t('reports.title')}
            </Heading>
            <Button className="icon-button" aria-label={t('reports.close')} onPress={close}>
              <Icon name="close" />
            </Button>
          </header>
          <ReportForm />
          <ReportJobs />
          <KeptReports />
          <ReportSchedule />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
