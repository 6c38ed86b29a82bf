namespace CecSim.Simulation.Spaces;

/// <summary>The CEC version that a space imitates: what differs between the two documents.</summary>
public sealed record Profile
{
    public static readonly Profile Cec25 = new()
    {
        Name = "cec-2.5",
        Document = "CEC 2.5.0 Voice and Video Access",
        AccessTokenRefusedText = "auth fail! please apply or refresh the access token from the server!",
        AccessTokenLifetimeMax = null,
        FailuresInRowMax = 3,
    };

    public static readonly Profile Cec36 = new()
    {
        Name = "cec-3.6",
        Document = "CEC 3.6.0 VOIP Access",
        AccessTokenRefusedText =
            "auth fail! illegal or expired token info. please apply or refresh the access token from the server!",
        AccessTokenLifetimeMax = TimeSpan.FromSeconds(3600),
        FailuresInRowMax = 4,
    };

    private Profile()
    {
    }

    public static IReadOnlyList<Profile> All { get; } = [Cec25, Cec36];

    public static Profile Default => Cec36;

    public required string Name { get; init; }

    /// <summary>The document that the profile follows; its sections are numbered alike in both versions.</summary>
    public required string Document { get; init; }

    /// <summary><c>exceptionInfo</c> of the 403 for a dead access token (section 2.2, Troubleshooting).</summary>
    public required string AccessTokenRefusedText { get; init; }

    /// <summary>The cap on <c>X-Token-Expire</c>; only the 3.6.0 document states one (section 2.1).</summary>
    public required TimeSpan? AccessTokenLifetimeMax { get; init; }

    /// <summary>
    /// How many requests may fail in a row before a client has to stop (chapter 5, step 4): "three consecutive times"
    /// of 2.5.0, the request and "three retries" of 3.6.0.
    /// </summary>
    public required int FailuresInRowMax { get; init; }

    public static Profile? Find(string name) => All.FirstOrDefault(p => p.Name == name);
}
