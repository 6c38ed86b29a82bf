namespace CecSim.Pacts.Tests.Consumer;

/// <summary>What many requests of the pact have in common (protocol section 1).</summary>
internal static class Requests
{
    public const string AccessToken = "e3831d3f0c2b4a51b6d7a0f4c9e81b72";
    public const string MessagingToken = "eyJjcmVhdGVUaW1lIjoxfQ%3D%3D";
    private const string Prefix = "/apiaccess/ccmessaging/";

    public static RequestBuilder WithAccessToken(this RequestBuilder request) => request
        .WithHeader("x-app-key", Match.Regex(Caller.AppKey, "^\\S+$").FromState("${appKey}"))
        .WithHeader(
            "Authorization", Match.Regex($"Bearer {AccessToken}", "^Bearer \\S+$").FromState("${authorization}"));

    public static RequestBuilder Get(this RequestBuilder request, string path) => request
        .WithRequest(HttpMethod.Get, Prefix + path)
        .WithQuery("channel", "WEB")
        .WithBothTokens();

    public static RequestBuilder Post(this RequestBuilder request, string path, JsonObject body) => request
        .WithRequest(HttpMethod.Post, Prefix + path)
        .WithBothTokens()
        .WithJsonBody(body);

    public static JsonObject UserId() => Match.Type(Caller.UserId).FromState("${userId}");

    public static JsonObject ChannelId() => Match.Type(Caller.ChannelId).FromState("${channelId}");

    public static JsonObject Channel() => Match.Equality("WEB");

    private static RequestBuilder WithBothTokens(this RequestBuilder request) => request
        .WithAccessToken()
        .WithHeader("ccmessaging-token", Match.Regex(MessagingToken, "^\\S+$").FromState("${ccmessagingToken}"));
}
