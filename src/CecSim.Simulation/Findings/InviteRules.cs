namespace CecSim.Simulation.Findings;

/// <summary>What is wrong with an INVITE: it must use what event 168101 told (chapter 5, step 4).</summary>
public static class InviteRules
{
    /// <summary>What a client calls itself or others may be as long as a message.</summary>
    private const int NameCharsMax = 64;

    /// <param name="invited">What the INVITE used.</param>
    /// <param name="domain">What it should have used for a domain; null when no space can be told.</param>
    /// <returns>What was particular to it; null when the client has done nothing wrong.</returns>
    public static string? Judge(MediaRefusal refusal, GatewayRoute invited, string? domain) => refusal switch
    {
        MediaRefusal.WrongDomain when domain is null => $"no space has the domain '{Cut(invited.Domain)}'",
        MediaRefusal.WrongDomain => $"the domain was '{Cut(invited.Domain)}', not '{domain}'",
        MediaRefusal.NoSuchCall => $"no call has the access code '{Cut(invited.AccessCode)}'",
        MediaRefusal.WrongCaller => $"the caller was '{Cut(invited.Caller)}', not '{GatewayRoute.AnonymousCaller}'",

        // The agent hung up while the INVITE was on its way, or a page calls twice.
        MediaRefusal.CallOver or MediaRefusal.AlreadyJoined => null,
    };

    private static string Cut(string name) => name.Length > NameCharsMax ? name[..NameCharsMax] + "…" : name;
}
