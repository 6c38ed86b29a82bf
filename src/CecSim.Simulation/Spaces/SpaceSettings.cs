using System.Collections.ObjectModel;
using CecSim.Simulation.Channels;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Ivr;
using CecSim.Simulation.Journal;
using CecSim.Simulation.Outbound;

namespace CecSim.Simulation.Spaces;

/// <summary>Everything that a tenant space is built from. The defaults are the demo space.</summary>
public sealed record SpaceSettings
{
    /// <summary>The text of the scenario that it was made from; null when it was made from none.</summary>
    public string? ScenarioText { get; init; }

    public const string DemoAppKey = "cecsim-demo-key";
    public const string DemoAppSecret = "cecsim-demo-secret";
    public const string DemoTenantSpaceId = "202403015666";

    public string Name { get; init; } = "demo";

    public Profile Profile { get; init; } = Profile.Default;

    public ulong Seed { get; init; } = 1;

    /// <summary>What draws come from beside the seed; null for the app key. A copy of a space draws as that.</summary>
    public string? SeedKey { get; init; }

    public string AppKey { get; init; } = DemoAppKey;

    public string AppSecret { get; init; } = DemoAppSecret;

    public string TenantSpaceId { get; init; } = DemoTenantSpaceId;

    /// <summary>The interfaces that the app's tokens may call (Connection Bar, table 5-2); null for all.</summary>
    public IReadOnlyList<CecOperation>? Scope { get; init; }

    /// <summary>What the tenant has been granted.</summary>
    public TenantResources Resources { get; init; } = new();

    public IReadOnlyList<ChannelSettings> Channels { get; init; } = [new()];

    public IReadOnlyList<QueueSettings> Queues { get; init; } =
    [
        new() { Name = "voice-click", Type = QueueType.VoiceClickToDial },
        new() { Name = "video-click", Type = QueueType.VideoClickToDial },
        new() { Name = "chat", Type = QueueType.Multimedia },
    ];

    public IReadOnlyList<CalledRoute> CalledRoutes { get; init; } = [];

    /// <summary>The IVR flows, by name.</summary>
    public IReadOnlyDictionary<string, IvrFlow> Ivr { get; init; } = ReadOnlyDictionary<string, IvrFlow>.Empty;

    public IReadOnlyList<AgentSettings> Agents { get; init; } =
    [
        new() { WorkNo = 1001, Name = "Agent 1001", AccountCode = "11", SipAccount = "1001", SipPassword = "cti-1234" },
        new() { WorkNo = 1002, Name = "Agent 1002", AccountCode = "12", SipAccount = "1002", SipPassword = "cti-1234" },
        new() { WorkNo = 1003, Name = "Agent 1003", SipAccount = "1003", SipPassword = "cti-1234" },
    ];

    /// <summary>Agents by number, beside those that are listed; null for none.</summary>
    public AgentPopulation? Population { get; init; }

    /// <summary>The zone of the agents' shifts, and of the clock as people read it.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How long an agent's phone rings before the call counts as not answered.</summary>
    public TimeSpan RingingMax { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long <c>poll</c> waits for a message: <c>ccmessaging.longpolling.timeout</c>.</summary>
    public TimeSpan ChatPollHold { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A text session that is not polled for so long is released.</summary>
    public TimeSpan ChatSilenceMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a robot or a simulated agent thinks before it writes.</summary>
    public DurationRange ChatThinking { get; init; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

    /// <summary>How long <c>getClickToCallEvents</c> waits. "Usually more than 10 seconds" (chapter 5).</summary>
    public TimeSpan EventPollHold { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long each request of a client waits before anything else; null for not at all.</summary>
    public DelayTime? Latency { get; init; }

    /// <summary>HTTP status for a bad access token: 403 in the guides, 401 in the API reference.</summary>
    public int AccessTokenRefusedStatus { get; init; } = 403;

    /// <summary>
    /// HTTP status for a bad ccmessaging token, whatever is asked for; null for 403 where it is a click-to-dial
    /// request, as the guides have it (chapter 6.1), and else 401, as the API reference has it everywhere.
    /// </summary>
    public int? MessagingTokenRefusedStatus { get; init; }

    /// <summary>Whether pages of other origins may call the API and read its answers. No document tells.</summary>
    public bool Cors { get; init; } = true;

    /// <summary>
    /// How soon after event 168101 the client's INVITE must have come, or the call fails (168105); null for never,
    /// so that a client without media can be tested too.
    /// </summary>
    public TimeSpan? MediaWithin { get; init; }

    public GatewayScheme GatewayScheme { get; init; } = GatewayScheme.Auto;

    public GatewayPlay GatewayPlays { get; init; } = GatewayPlay.Echo;

    public GatewayAnswer GatewayAnswers { get; init; } = GatewayAnswer.AtOnce;

    /// <summary>The first rule that matches a call decides its fate.</summary>
    public IReadOnlyList<CallRule> Calls { get; init; } = [];

    /// <summary>Whom agents reach when they call a number: the first rule that matches it decides.</summary>
    public IReadOnlyList<OutboundRule> Outbound { get; init; } = [];

    /// <summary>What the agent connection bar needs.</summary>
    public BarSettings ConnectionBar { get; init; } = new();

    /// <summary>The scripts that others can run, by name.</summary>
    public IReadOnlyDictionary<string, Script> Scripts { get; init; } =
        ReadOnlyDictionary<string, Script>.Empty;

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    public JournalSettings Journal { get; init; } = new();

    public FindingLimits FindingLimits { get; init; } = new();
}
