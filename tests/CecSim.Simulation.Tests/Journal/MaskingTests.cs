using System.Text.Json.Nodes;

namespace CecSim.Simulation.Tests.Journal;

/// <summary>No secret stands in what is recorded, and everything else does.</summary>
public sealed class MaskingTests
{
    private const string Known = "the-secret-of-the-space";

    private static readonly Masking Masking = new([Known, "1"]);
    private static readonly Config Runs = PropertyRuns.Of(2_000);

    private static readonly Gen<string> Secrets = Gen.OneOf(
        Gen.Elements("0123456789abcdef", "ABCDEF0123456789").Select(half => half + half),
        Gen.Constant("eyJjcmVhdGVUaW1lIjoxNzY3NjA0ODAwMDAwLCJ0ZW5hbnRJZCI6IjIwMj%3D%3D"),
        Gen.Constant(Known));

    private static readonly Gen<string> Names = Gen.Elements(
        "channel", "content", "note", "token", "app_secret", "AccessToken", "sipPwd", "x");

    [Fact]
    public void A_secret_anywhere_in_any_json_is_masked()
    {
        var bodies =
            from secret in Secrets
            from json in Json(secret, depth: 3)
            select (secret, Text: json.ToJsonString());
        Prop.ForAll(bodies.ToArbitrary(), b => !BodyOf(b.Text).Contains(b.secret, StringComparison.Ordinal))
            .Check(Runs);
    }

    [Fact]
    public void A_secret_anywhere_in_text_that_was_cut_or_broken_is_masked()
    {
        var bodies =
            from secret in Secrets
            from json in Json(secret, depth: 2)
            from padding in Gen.Choose(0, 200)
            from limit in Gen.Choose(0, 200)
            select (secret, Text: new string(' ', padding) + json.ToJsonString() + "oops", limit);
        Prop.ForAll(
                bodies.ToArbitrary(),
                b => !BodyOf(b.Text, b.limit).Contains(b.secret, StringComparison.Ordinal))
            .Check(Runs);
    }

    [Theory]
    [InlineData("""{"channel":"WEB","mediaAbility":"0"}""")]
    [InlineData(""" { "content" : "caf\u00e9 \"tea\"" , "list":[1,2,null,true] } """)]
    [InlineData("plain text, 16 digits: 0123456789abcdef")]
    [InlineData("channel=WEB&receiverId=u1")]
    [InlineData("{\"token\":null}")]
    [InlineData("")]
    public void What_is_no_secret_stays_as_it_was(string text) => Assert.Equal(text, BodyOf(text));

    [Theory]
    [InlineData("""{"app_secret":"abc","app_key":"k"}""", """{"app_secret":"***1a47e90b","app_key":"k"}""")]
    [InlineData("app_key=k&app_secret=abc", "app_key=k&app_secret=***1a47e90b")]
    [InlineData("""{"APP_SECRET":"abc""", "{\"APP_SECRET\":\"***1a47e90b")]
    [InlineData("token=1", "token=***340ca71c")]
    [InlineData("ToKeN=1", "ToKeN=***340ca71c")]
    [InlineData("?api_key=abc&client_secret=abc", "?api_key=***1a47e90b&client_secret=***1a47e90b")]
    [InlineData("?pwd=abc", "?pwd=***1a47e90b")]
    [InlineData("""{"x-api-key":"abc"}""", """{"x-api-key":"***1a47e90b"}""")]
    [InlineData("""{"refreshToken":"abc"}""", """{"refreshToken":"***1a47e90b"}""")]
    [InlineData("a=ice-pwd:abc", "a=ice-pwd:***1a47e90b")]
    [InlineData("a=crypto:1 X inline:abc", "a=crypto:1 X inline:***1a47e90b")]
    [InlineData("?ap%70_secret=abc", "?ap%70_secret=***1a47e90b")]
    [InlineData("?app_%73ecret=abc", "?app_%73ecret=***1a47e90b")]
    public void What_stands_under_a_secret_name_is_masked_however_short(string text, string masked) =>
        Assert.Equal(masked, BodyOf(text));

    [Theory]
    [InlineData("Authorization", "Bearer abc", "Bearer ***1a47e90b")]
    [InlineData("authorization", "abc", "***1a47e90b")]
    [InlineData("ccmessaging-token", "abc", "***1a47e90b")]
    [InlineData("Cookie", "ccmessaging-token=abc", "***97aa2808")]
    [InlineData("Accept", "*/*", "*/*")]
    [InlineData("authorization", "bearer abc", "bearer ***1a47e90b")]
    [InlineData("X-Api-Key", "abc", "***1a47e90b")]
    [InlineData("x-apikey", "abc", "***1a47e90b")]
    [InlineData("X-Auth-Token", "abc", "***1a47e90b")]
    [InlineData("X-CSRF-Token", "abc", "***1a47e90b")]
    [InlineData("X-Amz-Security-Token", "abc", "***1a47e90b")]
    [InlineData("Ocp-Apim-Subscription-Key", "abc", "***1a47e90b")]
    [InlineData("X-Forwarded-Authorization", "abc", "***1a47e90b")]
    [InlineData("x-app-key", "abc", "abc")]
    [InlineData("X-Token-Expire", "600", "600")]
    public void Headers_are_masked_by_name(string name, string value, string masked) =>
        Assert.Equal(masked, Masking.Header(name, value));

    private static Gen<JsonNode> Json(string secret, int depth)
    {
        if (depth == 0)
        {
            return Gen.Constant(0).Select(_ => (JsonNode)JsonValue.Create($"a {secret} b"));
        }

        return
            from name in Names
            from inner in Json(secret, depth - 1)
            from isList in Gen.Elements(true, false)
            select isList
                ? (JsonNode)new JsonArray(1, inner.DeepClone())
                : new JsonObject { ["before"] = "x", [name] = inner.DeepClone() };
    }

    private static string BodyOf(string text, int charsMax = 100_000) =>
        Masking.Body(DraftBody.Of(Encoding.UTF8.GetBytes(text), charsMax), charsMax)?.Text ?? "";
}
