namespace CecSim.Telephony.Sip;

/// <summary>How many of each the server holds. All zero when nothing goes on, bindings of softphones apart.</summary>
public sealed record SipLoad(int CallsCount, int ServerTransactionsCount, int ClientTransactionsCount, int TimersCount);
