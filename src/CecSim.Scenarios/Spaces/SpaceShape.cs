using CecSim.Scenarios.Agents;
using CecSim.Scenarios.ConnectionBar;
using CecSim.Scenarios.Faults;
using CecSim.Simulation.Channels;

namespace CecSim.Scenarios.Spaces;

/// <summary>The <c>space</c> of a scenario: its credentials, its channels, queues and agents.</summary>
internal static class SpaceShape
{
    /// <summary>"A maximum of 1000 skill queues can be created by default" (Connection Bar, chapter 4.2).</summary>
    private const int QueuesMax = 1000;

    private static readonly DurationShape PollHold =
        new("a poll hold", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(2));

    private static readonly ChoiceShape<int> RefusedStatus = new("a status", ("401", 401), ("403", 403));

    private static readonly IReadOnlyList<CecOperation> Interfaces =
        [.. VendorOperations.All.Where(o => o.CarriesAccessToken).Select(o => o.Id)];

    private static readonly ChoiceShape<CecOperation> Interface =
        new("an interface", [.. Interfaces.Select(o => (o.Word(), o))]);

    public static readonly ObjectShape<SpaceSettings> Whole =
        new ObjectShape<SpaceSettings>(new SpaceSettings())
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
                "scope",
                "the interfaces that the app's tokens may call; all when absent.",
                new ListShape<CecOperation>("interfaces", Interface, 1, Interfaces.Count),
                (s, scope) => s with { Scope = scope })
            .Optional(
                "resources",
                "what the tenant has been granted.",
                ResourcesShape.Resources,
                (s, resources) => s with { Resources = resources })
            .Optional(
                "channels",
                "the service channels that clients can name.",
                new ListShape<ChannelSettings>("channels", ChannelShape.Channel, 1, 100),
                (s, channels) => s with { Channels = channels })
            .Optional(
                "queues",
                "the skill queues.",
                new ListShape<QueueSettings>("queues", QueueShape.Queue, 1, QueuesMax)
                {
                    Rule = TransferCycles.Complain,
                },
                (s, queues) => s with { Queues = queues })
            .Optional(
                "calledRoutes",
                "which number leads to which queue.",
                new ListShape<CalledRoute>("called routes", CalledRouteShape.Route, 0, QueuesMax),
                (s, routes) => s with { CalledRoutes = routes })
            .Optional(
                "agents",
                "who answers.",
                AgentsShape.Staff,
                (s, staff) => s with
                {
                    Agents = staff.Listed,
                    Population = staff.Population is { Count: > 0 } population ? population : null,
                })
            .Optional(
                "timeZone",
                "the zone of the agents' shifts.",
                new TimeZoneShape(),
                (s, zone) => s with { TimeZone = zone },
                s => s.TimeZone)
            .Optional(
                "ringingMax",
                "how long an agent's phone rings before the call counts as not answered.",
                new DurationShape("a ringing time", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
                (s, time) => s with { RingingMax = time },
                s => s.RingingMax)
            .Optional(
                "chatPollHold",
                "how long poll waits for a message.",
                PollHold,
                (s, hold) => s with { ChatPollHold = hold },
                s => s.ChatPollHold)
            .Optional(
                "chatSilenceMax",
                "how long a text session lives without a poll.",
                new DurationShape("a silence", TimeSpan.FromSeconds(1), DurationShape.Day),
                (s, time) => s with { ChatSilenceMax = time },
                s => s.ChatSilenceMax)
            .Optional(
                "chatThinking",
                "how long a robot or an agent thinks before it writes.",
                DurationRangeShape.Of("a time to think", TimeSpan.Zero, DurationShape.Day),
                (s, time) => s with { ChatThinking = time },
                s => s.ChatThinking)
            .Optional(
                "eventPollHold",
                "how long getClickToCallEvents waits for an event.",
                PollHold,
                (s, hold) => s with { EventPollHold = hold },
                s => s.EventPollHold)
            .Optional(
                "mediaWithin",
                "how soon after connected the client's INVITE must come, or the call fails; absent, it may never come.",
                DurationShape.UpToADay("a time to call the gateway"),
                (s, time) => s with { MediaWithin = time })
            .Optional(
                "latency",
                "how long each request of a client waits in space time before anything else; absent, not at all.",
                DelayShape.Time,
                (s, time) => s with { Latency = time })
            .Optional(
                "accessTokenRefusedStatus",
                "the HTTP status for a bad access token.",
                RefusedStatus,
                (s, status) => s with { AccessTokenRefusedStatus = status },
                s => s.AccessTokenRefusedStatus)
            .Optional(
                "messagingTokenRefusedStatus",
                "the HTTP status for a bad ccmessaging token; absent, 403 for click-to-call and else 401.",
                RefusedStatus,
                (s, status) => s with { MessagingTokenRefusedStatus = status })
            .Optional(
                "cors",
                "whether pages of other origins may call the API, as a browser asks; false rehearses a tenant without.",
                ChannelShape.YesOrNo,
                (s, on) => s with { Cors = on },
                s => s.Cors)
            .Optional(
                "gatewayScheme",
                "how the gateway addresses of a connected call begin; wss refuses plain ws, as CEC does.",
                new ChoiceShape<GatewayScheme>(
                    "a gateway scheme",
                    ("auto", GatewayScheme.Auto),
                    ("ws", GatewayScheme.Ws),
                    ("wss", GatewayScheme.Wss)),
                (s, scheme) => s with { GatewayScheme = scheme },
                s => s.GatewayScheme)
            .Optional(
                "gatewayPlays",
                "what the customer of a connected call hears and sees.",
                new ChoiceShape<GatewayPlay>(
                    "something to play",
                    ("echo", GatewayPlay.Echo),
                    ("tone", GatewayPlay.Tone),
                    ("prompt", GatewayPlay.Prompt),
                    ("music", GatewayPlay.Music),
                    ("pattern", GatewayPlay.Pattern),
                    ("silence", GatewayPlay.Silence)),
                (s, play) => s with { GatewayPlays = play },
                s => s.GatewayPlays)
            .Optional(
                "gatewayAnswers",
                "what an INVITE gets while the agent's phone rings: 200 at once, 200 and music, or 180.",
                new ChoiceShape<GatewayAnswer>(
                    "a way to answer",
                    ("atOnce", GatewayAnswer.AtOnce),
                    ("withMusic", GatewayAnswer.WithMusic),
                    ("ringing", GatewayAnswer.Ringing)),
                (s, answer) => s with { GatewayAnswers = answer },
                s => s.GatewayAnswers)
            .Optional(
                "connectionBar",
                "what the agent connection bar needs.",
                BarShape.Bar,
                (s, bar) => s with { ConnectionBar = bar })
            .Rule(SameTypes.Complain)
            .Rule(ResourcesShape.Complain)
            .Rule(IdleKeys.Warn);

    /// <summary>Credentials and ids travel in headers and query strings.</summary>
    public static TextShape Word(string what) => TextShape.VisibleAscii(what, 128);
}
