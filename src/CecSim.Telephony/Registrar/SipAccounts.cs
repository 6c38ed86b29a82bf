namespace CecSim.Telephony.Registrar;

/// <summary>The password of a softphone's account; null when there is none. Called under the stack's lock.</summary>
public delegate string? SipAccounts(string user, string domain);
