namespace CecSim.Telephony.Registrar;

/// <summary>
/// The accounts that a softphone may mean: several contact centres may each have one of that name, and the one whose
/// password fits is meant. Called under the stack's lock.
/// </summary>
/// <param name="user">The name, without a domain.</param>
/// <param name="domain">
/// As the phone names it: of the account, or any name of this host. Null for whatever domain.
/// </param>
public delegate IReadOnlyList<SipAccount> SipAccounts(string user, string? domain);

/// <summary>An account of a softphone.</summary>
/// <param name="Domain">Its own, under which its phones are found whatever they call this host.</param>
public sealed record SipAccount(string Domain, string Password);
