using System.Text.RegularExpressions;
using CecSim.Scenarios.Shapes;
using CecSim.Simulation.Channels;
using CecSim.Simulation.Spaces;

namespace CecSim.Scenarios.Spaces;

/// <summary>The <c>space</c> of a scenario: its credentials and its channels.</summary>
internal static partial class SpaceShape
{
    private static readonly ChoiceShape<int> RefusedStatus = new("a status", ("401", 401), ("403", 403));

    public static readonly MapShape<SpaceSettings> Whole =
        new MapShape<SpaceSettings>(new SpaceSettings())
            .Optional(
                "appKey",
                "the key that a client sends as x-app-key.",
                Word("an app key"),
                (s, key) => s with { AppKey = key })
            .Optional(
                "appSecret",
                "the secret that goes with the key.",
                Word("an app secret"),
                (s, secret) => s with { AppSecret = secret })
            .Optional(
                "tenantSpaceId",
                "the id of the tenant space.",
                Word("a tenant space id"),
                (s, id) => s with { TenantSpaceId = id })
            .Optional(
                "channels",
                "the service channels that clients can name.",
                new ListShape<ChannelSettings>("channels", ChannelShape.Channel, 1, 100),
                (s, channels) => s with { Channels = channels })
            .Optional(
                "eventPollHold",
                "how long getClickToCallEvents waits for an event.",
                new DurationShape("a poll hold", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(2)),
                (s, hold) => s with { EventPollHold = hold })
            .Optional(
                "accessTokenRefusedStatus",
                "the HTTP status for a bad access token.",
                RefusedStatus,
                (s, status) => s with { AccessTokenRefusedStatus = status })
            .Optional(
                "messagingTokenRefusedStatus",
                "the HTTP status for a bad ccmessaging token.",
                RefusedStatus,
                (s, status) => s with { MessagingTokenRefusedStatus = status })
            .Optional(
                "gatewayScheme",
                "how the gateway addresses of a connected call begin.",
                new ChoiceShape<GatewayScheme>(
                    "a gateway scheme",
                    ("auto", GatewayScheme.Auto),
                    ("ws", GatewayScheme.Ws),
                    ("wss", GatewayScheme.Wss)),
                (s, scheme) => s with { GatewayScheme = scheme });

    /// <summary>Credentials and ids travel in headers and query strings.</summary>
    public static TextShape Word(string what) => new(what, 1, 128)
    {
        Pattern = VisibleAscii(),
        Characters = "visible ASCII characters",
    };

    [GeneratedRegex("^[!-~]+$")]
    private static partial Regex VisibleAscii();
}
