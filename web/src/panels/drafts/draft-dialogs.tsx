import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useApp, useAppStore } from '../use-app.ts';
import { DraftDeletion } from './draft-deletion.tsx';
import { DraftNaming } from './draft-naming.tsx';

/** What is asked about the draft that is shown: another title, or whether it shall go. */
export function DraftDialogs() {
  const store = useAppStore();
  const dialog = useApp((state) => state.draftDialog);
  return (
    <ModalOverlay
      className="modal-veil"
      isOpen={dialog !== null}
      isDismissable
      onOpenChange={(stays) => !stays && store.getState().closeDraftDialog()}
    >
      <Modal className="modal">
        <Dialog className="dialog" role={dialog?.kind === 'delete' ? 'alertdialog' : 'dialog'}>
          {dialog?.kind === 'rename' && <DraftNaming dialog={dialog} />}
          {dialog?.kind === 'delete' && <DraftDeletion dialog={dialog} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
