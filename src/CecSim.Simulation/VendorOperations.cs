namespace CecSim.Simulation;

/// <summary>Every operation, each described once.</summary>
public static class VendorOperations
{
    /// <summary>Where the documents put the connection bar's script (Agent Connection Bar, 5.4).</summary>
    public const string BarFolder = "/service-cloud/ccdesktop/pages/cc-bar/";

    /// <summary>What a request that reaches no operation is answered as.</summary>
    public static VendorOperation Unknown { get; } = new(CecOperation.Unknown)
    {
        Source = "none",
        Chapter = "none",
        Credentials = RequestCredentials.None,
        SpaceKey = SpaceKey.None,
        UserKey = UserKey.None,
        SuccessCode = null,
    };

    public static IReadOnlyList<VendorOperation> All => Described.Value;

    // Not when the class is first used: what runs then counts, in a mutation run, as covered by every test.
    private static readonly Lazy<IReadOnlyList<VendorOperation>> Described = new(Describe);

    private static readonly Lazy<VendorOperation[]> ById = new(() =>
        [.. Enum.GetValues<CecOperation>().Select(id => All.FirstOrDefault(o => o.Id == id) ?? Unknown)]);

    public static VendorOperation Of(CecOperation id) => ById.Value[(int)id];

    /// <summary>The operation that a word names, as <c>getClickToCallEvents</c>; null for none.</summary>
    public static VendorOperation? Named(string word) => All.FirstOrDefault(o => o.Word == word);

    /// <inheritdoc cref="VendorOperation.Word"/>
    public static string Word(this CecOperation id) => Of(id).Word;

    /// <summary>
    /// The descriptions made anew: a mutation run keeps its process, where a list that is made once would hide whatever
    /// was changed of it.
    /// </summary>
    internal static IReadOnlyList<VendorOperation> Describe() =>
    [
        new(CecOperation.TokenByAkSk)
        {
            Paths = ["/apigovernance/api/oauth/tokenByAkSk"],
            Summary = "Exchange the app key and its secret for an access token",
            Source = $"{Documents.Guide}, 2.1",
            Chapter = "2",
            GuideSection = "2.1",
            Credentials = RequestCredentials.None,
            SpaceKey = SpaceKey.AppKeyInBody,
            UserKey = UserKey.None,
            SuccessCode = null,
            Body =
            [
                new("app_key", "The key of the application.", 1_000),
                new("app_secret", "Its secret.", 1_000),
            ],
            Given = ["a tenant exists"],
            Example = [("app_key", "${appKey}"), ("app_secret", "${appSecret}")],
        },
        new(CecOperation.ApplyToken)
        {
            Paths = ["/apiaccess/ccmessaging/applyToken"],
            Summary = "Get the token that speaks for one customer",
            Source = $"{Documents.Guide}, 2.2",
            Chapter = "3",
            GuideSection = "2.2",
            Credentials = RequestCredentials.AccessToken,
            UserKey = UserKey.Body,
            HasRefusalBody = true,
            DocumentedCodes = new Dictionary<string, Refusal> { ["1"] = Refusal.ChannelUnknown },
            Body =
            [
                new("userId", "The enterprise's own name for the customer.", 128),
                new("userName", "What an agent sees.", 128),
                new("channelId", "The configuration ID of the channel.", 64),
                new("locale", "The customer's language.", null, "zh", "en", "zh_CN", "en_US"),
            ],
            Given = ["an access token was issued"],
            Example =
            [
                ("userId", "${userId}"), ("userName", "Pact User"), ("channelId", "${channelId}"), ("locale", "en"),
            ],
        },
        .. ClickToCallOperations.Describe(),
        .. ChatOperations.Describe(),
        new(CecOperation.QueryAgentInfo)
        {
            Method = "GET",
            Paths = ["/apiaccess/CC-Management/v1/queryAgentInfo", "/apiaccess/CC-Mangemant/v1/queryAgentInfo"],
            Summary = "List the agents with their SIP accounts",
            Source = $"{Documents.Bar}, 5.2",
            Chapter = "7",
            Credentials = RequestCredentials.AccessToken,
            UserKey = UserKey.None,
            SuccessCode = null,
            Given = ["an access token was issued"],
        },
        new(CecOperation.QuerySysInfo)
        {
            Method = "GET",
            Paths = ["/apiaccess/CC-Management/v1/querySysInfo"],
            Source = $"{Documents.Reference}, querySysInfo",
            Chapter = "7",
            Credentials = RequestCredentials.AccessToken,
            UserKey = UserKey.None,
        },
        new(CecOperation.QueryAgentInfoByAccount)
        {
            Paths = ["/apiaccess/rest/CC-Management/v1/queryAgentInfoByAccount"],
            Summary = "Ask for the agent of one business account",
            Source = $"{Documents.Reference}, queryAgentInfoByAccount",
            Chapter = "7",
            Credentials = RequestCredentials.AccessToken,
            UserKey = UserKey.None,
            SuccessCode = null,
            RefusalShape = RefusalShape.Own,
            Body =
            [
                new("accountCode", "The account that the agent signs in with.", 64),
                new RequestField("username", "Who authenticates it, where somebody does.", 64).Optional,
                new RequestField("password", "That one's password.", 64).Optional,
            ],
            Given = ["an access token was issued"],
            Example = [("accountCode", "11")],
        },
        new(CecOperation.Ccbarclient)
        {
            // The second spelling is that of chapter 7.
            Paths = [BarFolder + "js/ccbarclient.js", BarFolder + "js/cckbarclient.js"],
            Source = $"{Documents.Bar}, 5.4",
            Chapter = "9",
            Credentials = RequestCredentials.None,
            SpaceKey = SpaceKey.TenantSpaceInBody,
            UserKey = UserKey.None,
            TakesForm = true,
            Body =
            [
                new("access_token", "What lets the page in at the enterprise's own API.", 4_000),
                new("tenantSpaceId", "The tenant space.", null),
                new("userAccount", "The agent's account.", 100),
                new RequestField("tenantSpaceld", "How some copies of the document print the second.", null).Unchecked,
            ],
        },

        // What a bar does for its agent, and the long poll that brings its events: the channel is CecSim's own.
        OfBar(CecOperation.AgentAction, "agent/{action}"),
        OfBar(CecOperation.AgentEvents, "agent/events") with { IsLongPoll = true },
        new(CecOperation.ThirdPartyValidate)
        {
            Source = $"{Documents.Bar}, 5.3",
            Chapter = "8",
            Credentials = RequestCredentials.None,
            SpaceKey = SpaceKey.None,
            UserKey = UserKey.None,
        },
        new(CecOperation.Invite)
        {
            Method = "INVITE",
            Source = $"{Documents.Guide}, 6",
            Chapter = "6",
            Credentials = RequestCredentials.None,
            SpaceKey = SpaceKey.None,
            UserKey = UserKey.AccessCode,
        },
        new(CecOperation.Phone)
        {
            Method = "INVITE",
            Source = $"{Documents.Bar}, 7",
            Chapter = "9.3",
            Credentials = RequestCredentials.None,
            SpaceKey = SpaceKey.None,
            UserKey = UserKey.None,
        },
    ];

    // Only the script's path is documented (5.4); what it loads has a place of CecSim's own below the same folder.
    private static VendorOperation OfBar(CecOperation id, string path) => new(id)
    {
        Paths = [BarFolder + path],
        Source = "none: of CecSim's own",
        Chapter = "9",
        Credentials = RequestCredentials.None,
        SpaceKey = SpaceKey.BarCookie,
        UserKey = UserKey.None,
    };
}

/// <summary>What the documents are called.</summary>
internal static class Documents
{
    public const string Guide = "Voice and Video Access";
    public const string Reference = "CEC API reference";
    public const string Bar = "Agent Connection Bar";
}
