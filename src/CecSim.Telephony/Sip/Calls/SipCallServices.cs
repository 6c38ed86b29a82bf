using CecSim.Telephony.Sip.Subscriptions;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip.Calls;

/// <summary>What every call of a server shares.</summary>
internal sealed record SipCallServices(
    ISipCalls Application,
    SipSerialExecutor Turns,
    Random Waits,
    SipCallTable Table,
    DialogStates Dialogs,
    ClientTransactions Clients,
    SipServerSettings Settings,
    SipCounters Tally);
