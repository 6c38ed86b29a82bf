using CecSim.Control.Contracts;
using CecSim.Simulation.Channels;
using CecSim.Simulation.Tokens;
using CecSim.Simulation.Users;

namespace CecSim.Server.Control.Pact;

/// <summary>What a state is set up in: the space and the user that it is about, and the values that it gives.</summary>
internal sealed class PactScene(HostedSpace hosted, ChannelSettings channel, JsonObject parameters)
{
    public const string DefaultUserId = "pact-user";

    /// <summary>What every state takes.</summary>
    public static readonly IReadOnlyList<ProviderStateParam> CommonParams =
    [
        new("space", "the space's name; the server's first one"),
        new("channelId", "the channel's id; the space's first one"),
        new("userId", $"the customer; {DefaultUserId}"),
        new("userName", "the customer's name; Pact User"),
    ];

    /// <summary>What every state gives.</summary>
    public static readonly IReadOnlyList<string> CommonValues =
        ["space", "appKey", "appSecret", "tenantSpaceId", "channelId", "userId"];

    public HostedSpace Hosted => hosted;

    public Space Space { get; } = hosted.Space;

    public string ChannelId => channel.Id;

    public string UserId => Text("userId") ?? DefaultUserId;

    /// <summary>What a pact's generators can put into its requests.</summary>
    public JsonObject Values { get; } = [];

    /// <returns>The scene, or why there is none.</returns>
    public static (PactScene? Scene, string? Complaint) Of(SpaceDirectory spaces, StateCall call)
    {
        var wished = TextOf(call.Params["space"]);
        var hosted = wished is not null ? spaces.Find(wished) : spaces.Hosted is [var first, ..] ? first : null;
        if (hosted is null)
        {
            return (null, wished is null
                ? "The server has no space."
                : $"No space is called {wished}{Hint(wished, spaces.Hosted.Select(s => s.Name))}");
        }

        return Of(hosted, call);
    }

    /// <summary>In this space, whichever the state names.</summary>
    public static (PactScene? Scene, string? Complaint) Of(HostedSpace hosted, StateCall call)
    {
        var channels = hosted.Space.Channels;
        var channelId = TextOf(call.Params["channelId"]);
        return channels.FirstOrDefault(c => channelId is null || c.Id == channelId) is { } channel
            ? (new PactScene(hosted, channel, call.Params), null)
            : (null, $"The space has no channel {channelId}{Hint(channelId!, channels.Select(c => c.Id))}");
    }

    /// <returns>A parameter as a text, whether it was sent as one or as a number; null without it.</returns>
    public string? Text(string name) => TextOf(parameters[name]);

    public JsonNode? Param(string name) => parameters[name];

    public void Give(string name, JsonNode? value) => Values[name] = value;

    public void GiveCommon()
    {
        Give("space", hosted.Name);
        Give("appKey", Space.Settings.AppKey);
        Give("appSecret", Space.Settings.AppSecret);
        Give("tenantSpaceId", Space.Settings.TenantSpaceId);
        Give("channelId", ChannelId);
        Give("userId", UserId);
    }

    /// <summary>Gives a good access token. A token before it stays as it is.</summary>
    public string GiveAccessToken()
    {
        var token = Space.AccessTokens.Issue(Space.Settings.AppSecret, lifetime: null).Value.Text;
        Give("accessToken", token);
        Give("authorization", $"Bearer {token}");
        return token;
    }

    /// <summary>Gives both tokens to the user, who has neither a call nor a text session then.</summary>
    /// <returns>The user, or why there can be none.</returns>
    public Outcome<User> SignIn(bool anew = false)
    {
        GiveAccessToken();
        var request = new MessagingTokenRequest(UserId, Text("userName") ?? "Pact User", ChannelId, "en");
        var token = anew ? Space.MessagingTokens.Apply(request) : Space.MessagingTokens.ApplyOrKeep(request);
        if (token.Refusal is { } refusal)
        {
            return refusal;
        }

        Give("ccmessagingToken", token.Value);
        var user = Space.MessagingTokens.Check(token.Value).Value;
        Space.Calls.Forget(user);
        Space.Chats.Forget(user);
        return user;
    }

    public void ChangeChannel(Func<ChannelSettings, ChannelSettings> change) => Space.Change(ChannelId, change);

    public static string Hint(string word, IEnumerable<string> known) =>
        ScenarioParts.Nearest(word, known) is { } meant ? $"; did you mean '{meant}'?" : ".";

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value ? value.TryGetValue(out string? text) ? text : value.ToJsonString() : null;
}
