using CecSim.Simulation.Calls;
using CecSim.Simulation.Channels;
using CecSim.Simulation.Faults;

namespace CecSim.Simulation.Spaces;

/// <summary>Everything that a tenant space is built from. The defaults are the demo space.</summary>
public sealed record SpaceSettings
{
    public const string DemoAppKey = "cecsim-demo-key";
    public const string DemoAppSecret = "cecsim-demo-secret";
    public const string DemoTenantSpaceId = "202403015666";

    public string Name { get; init; } = "demo";

    public Profile Profile { get; init; } = Profile.Default;

    public ulong Seed { get; init; } = 1;

    public string AppKey { get; init; } = DemoAppKey;

    public string AppSecret { get; init; } = DemoAppSecret;

    public string TenantSpaceId { get; init; } = DemoTenantSpaceId;

    public IReadOnlyList<ChannelSettings> Channels { get; init; } = [new()];

    /// <summary>How long <c>getClickToCallEvents</c> waits. "Usually more than 10 seconds" (chapter 5).</summary>
    public TimeSpan EventPollHold { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>HTTP status for a bad access token: 403 in the guides, 401 in the API reference.</summary>
    public int AccessTokenRefusedStatus { get; init; } = 403;

    /// <summary>HTTP status for a bad ccmessaging token: 401 in the API reference, 403 in the guides' FAQ.</summary>
    public int MessagingTokenRefusedStatus { get; init; } = 401;

    public GatewayScheme GatewayScheme { get; init; } = GatewayScheme.Auto;

    /// <summary>The first rule that matches a call decides its fate.</summary>
    public IReadOnlyList<CallRule> Calls { get; init; } = [];

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];
}
