"""The form of each act that has a page of its own."""

from articles.states import Act
from desk.acts.act_form import ActForm
from desk.acts.approve import ApproveForm
from desk.acts.correct import CorrectForm
from desk.acts.hand_in import HandInForm, ReturnForm, TakeBackForm, TakeOverForm
from desk.acts.publish import PublishForm
from desk.acts.reissue import ReissueForm
from desk.acts.retract import RetractForm
from desk.acts.schedule import RescheduleForm, ScheduleForm, SwapForm
from desk.acts.settle_correction import SettleCorrectionForm
from desk.acts.take_down import PutBackForm, TakeDownForm
from desk.acts.trash import SpikeForm, UnspikeForm
from desk.acts.unpublish import UnpublishForm, UnscheduleForm

FORMS: dict[Act, type[ActForm]] = {
    Act.HAND_IN: HandInForm,
    Act.TAKE_BACK: TakeBackForm,
    Act.TAKE_OVER: TakeOverForm,
    Act.RETURN: ReturnForm,
    Act.APPROVE: ApproveForm,
    Act.PUBLISH: PublishForm,
    Act.SCHEDULE: ScheduleForm,
    Act.RESCHEDULE: RescheduleForm,
    Act.SWAP: SwapForm,
    Act.UNSCHEDULE: UnscheduleForm,
    Act.UNPUBLISH: UnpublishForm,
    Act.REISSUE: ReissueForm,
    Act.CORRECT: CorrectForm,
    Act.SETTLE_CORRECTION: SettleCorrectionForm,
    Act.TAKE_DOWN: TakeDownForm,
    Act.RETRACT: RetractForm,
    Act.PUT_BACK: PutBackForm,
    Act.SPIKE: SpikeForm,
    Act.UNSPIKE: UnspikeForm,
}
