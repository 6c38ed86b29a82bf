namespace CecSim.Telephony.Tests.Sip.RandomCallers;

internal enum MoveKind
{
    Invite,
    Ack,
    Cancel,
    Bye,
    Info,
    Reinvite,
    SendAgain,
    AnswerTheServer,
    LoseTheFlow,
    Ring,
    Decide,
    DecideOnReoffer,
    HangUp,
    ReinviteFromHere,
    Advance,
}
