using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip.Calls;

/// <summary>What every call of a server shares.</summary>
internal sealed record SipCallServices(
    ISipCalls Application,
    SipTurns Turns,
    SipIds Ids,
    SipCallTable Table,
    ClientTransactions Clients,
    SipServerSettings Settings,
    SipTally Tally);
