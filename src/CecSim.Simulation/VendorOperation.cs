namespace CecSim.Simulation;

/// <summary>
/// All that is known of one operation of CEC, wherever it matters: to routing, credentials, faults, journal, findings,
/// OpenAPI, scenarios and contracts. Only who answers it, and with which body, is the server's to add.
/// </summary>
public sealed record VendorOperation(CecOperation Id)
{
    /// <summary>The word used on the wire and in scenario files, for example <c>getClickToCallEvents</c>.</summary>
    public string Word { get; } = $"{char.ToLowerInvariant($"{Id}"[0])}{$"{Id}"[1..]}";

    /// <summary>Of HTTP; of SIP for the media of a call.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Where it is; the last is as the document prints it. Empty for what has no route.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>One line, without a full stop; null for what is no API.</summary>
    public string? Summary { get; init; }

    public string? Description { get; init; }

    /// <summary>The document and its section.</summary>
    public required string Source { get; init; }

    /// <summary>Where FIDELITY.md tells of it.</summary>
    public required string Chapter { get; init; }

    /// <summary>Where the profile's access guide tells of it.</summary>
    public string GuideSection { get; init; } = "3, which refers to the API reference";

    public RequestCredentials Credentials { get; init; } = RequestCredentials.BothTokens;

    /// <summary>By what a request says which space it is for.</summary>
    public SpaceKey SpaceKey { get; init; } = SpaceKey.AppKeyHeader;

    /// <summary>By what a request says whose it is.</summary>
    public UserKey UserKey { get; init; } = UserKey.MessagingToken;

    /// <summary>Whether it is a click-to-dial request, as the guides call them (Voice and Video Access, 5).</summary>
    public bool IsClickToCall { get; init; }

    public bool IsLongPoll { get; init; }

    /// <summary>Whether it is SIP, and no request over HTTP.</summary>
    public bool IsInvite => Method == "INVITE";

    /// <summary>Which of a user's long polls it is; null for no poll of a user.</summary>
    public PollKind? PollKind { get; init; }

    /// <summary>What a success does to the user's session.</summary>
    public SessionEffect Session { get; init; }

    public IReadOnlyList<RequestField> Query { get; init; } = [];

    /// <summary>Empty for an operation without a body.</summary>
    public IReadOnlyList<RequestField> Body { get; init; } = [];

    /// <summary>No documented body but a file's comes near this.</summary>
    public int BodyBytesMax { get; init; } = 64 * 1024;

    /// <summary>Whether its page names a form instead of JSON (Connection Bar, 5.4).</summary>
    public bool TakesForm { get; init; }

    /// <summary>Whether it is part of the API that other pages may call (CORS), and that OpenAPI describes.</summary>
    public bool IsApi => SpaceKey is SpaceKey.AppKeyHeader or SpaceKey.AppKeyInBody;

    /// <summary>What stands in the body of a success; null where there is no such code.</summary>
    public string? SuccessCode { get; init; } = "0";

    /// <summary>Whether a code other than 0 comes in a body with nothing but the code and its text.</summary>
    public bool HasRefusalBody { get; init; }

    public RefusalShape RefusalShape { get; init; }

    /// <summary>The refusals whose codes are documented for it.</summary>
    public IReadOnlyDictionary<string, Refusal> DocumentedCodes { get; init; } = new Dictionary<string, Refusal>();

    /// <summary>The provider states in which it succeeds, as contracts name them; null where none is known.</summary>
    public IReadOnlyList<string>? Given { get; init; }

    /// <summary>
    /// The values that a contract sends, in the order of the document; <c>${…}</c> is the provider state's.
    /// </summary>
    public IReadOnlyList<(string Name, string Value)> Example { get; init; } = [];

    /// <summary>Whether the request carries <c>Authorization: Bearer</c> (Voice and Video Access, 4.1).</summary>
    public bool CarriesAccessToken => Credentials != RequestCredentials.None;

    /// <summary>Whether the request carries <c>ccmessaging-token</c> (Voice and Video Access, 4.1).</summary>
    public bool CarriesMessagingToken => Credentials == RequestCredentials.BothTokens;

    /// <summary>The names that some document has for the fields of the body.</summary>
    public IReadOnlySet<string> BodyFieldNames => field ??= Body.Select(f => f.Name).ToHashSet();
}

/// <summary>The tokens that a request carries beside x-app-key (Voice and Video Access, 4.1).</summary>
public enum RequestCredentials
{
    None,
    AccessToken,
    BothTokens,
}

/// <summary>By what a request says which space it is for.</summary>
public enum SpaceKey
{
    None,
    AppKeyHeader,
    AppKeyInBody,
    TenantSpaceInBody,

    /// <summary>The cookie of a connection bar, which has its tenant space in it.</summary>
    BarCookie,
}

/// <summary>By what a request says whose it is.</summary>
public enum UserKey
{
    None,
    MessagingToken,
    Body,

    /// <summary>The number that an INVITE calls.</summary>
    AccessCode,
}

/// <summary>What the success of a request does to its user's session.</summary>
public enum SessionEffect
{
    None,
    BeginsCall,
    EndsCall,

    /// <summary>CONNECT begins a text session, DISCONNECT ends it.</summary>
    ByControlType,
}

/// <summary>How a code other than 0 is told.</summary>
public enum RefusalShape
{
    /// <summary>resultCode and resultDesc.</summary>
    CodeAndReason,

    /// <summary>resultCode alone.</summary>
    Code,

    /// <summary>In the body of its success, which has names of its own.</summary>
    Own,
}
