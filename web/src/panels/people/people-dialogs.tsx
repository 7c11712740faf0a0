import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { MessageKey } from '../../messages/catalogue.ts';
import type { PeopleDialog } from '../../state/people.ts';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { AccountSettings } from './account-settings.tsx';
import { InvitationForm } from './invitation-form.tsx';
import { PeopleOfArea } from './people-of-area.tsx';
import { CodeForm, SignInForm } from './sign-in-form.tsx';

/** The dialogs about people: one is open at most. */
export function PeopleDialogs() {
  const { t } = useWords();
  const store = useAppStore();
  const dialog = useApp((state) => state.peopleDialog);
  const close = () => store.getState().openPeopleDialog(null);
  return (
    <ModalOverlay
      className="modal-veil"
      isOpen={dialog !== null}
      isDismissable={dialog?.kind !== 'invitation'}
      onOpenChange={(stays) => !stays && close()}
    >
      <Modal className="modal">
        <Dialog className="dialog people-dialog">
          {dialog && (
            <>
              <header className="dialog-head">
                <Heading slot="title" className="card-title">
                  {t(titleOf(dialog))}
                </Heading>
                <Button className="icon-button" aria-label={t('people.close')} onPress={close}>
                  <Icon name="close" />
                </Button>
              </header>
              <Content dialog={dialog} />
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content({ dialog }: { dialog: PeopleDialog }) {
  switch (dialog.kind) {
    case 'sign-in':
      return dialog.step === 'code' ? <CodeForm /> : <SignInForm />;
    case 'invitation':
      return <InvitationForm view={dialog.view} />;
    case 'account':
      return <AccountSettings />;
    case 'people':
      return <PeopleOfArea />;
  }
}

function titleOf(dialog: PeopleDialog): MessageKey {
  switch (dialog.kind) {
    case 'sign-in':
      return dialog.step === 'code' ? 'people.code.title' : 'people.signIn.title';
    case 'invitation':
      return 'people.invitation.title';
    case 'account':
      return 'people.account';
    case 'people':
      return 'people.people';
  }
}
