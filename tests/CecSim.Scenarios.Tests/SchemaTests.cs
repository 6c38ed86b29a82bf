using CecSim.Scenarios.Schema;

namespace CecSim.Scenarios.Tests;

public sealed class SchemaTests
{
    private static readonly List<JsonObject> Parts = [.. PartsOf(JsonNode.Parse(ScenarioSchema.Text)!)];

    [Fact]
    public void Every_key_says_what_it_is_for()
    {
        var keys = Mappings.SelectMany(m => m["properties"]!.AsObject()).ToList();

        Assert.True(keys.Count > 100);
        Assert.All(keys, key => Assert.True(key.Value!["description"] is not null, key.Key));
    }

    [Fact]
    public void Every_mapping_is_closed() =>
        Assert.All(Mappings, m => Assert.False((bool?)m["additionalProperties"], m.ToJsonString()));

    [Fact]
    public void Every_list_and_every_text_has_a_limit()
    {
        Assert.All(Parts.Where(p => $"{p["type"]}" == "array"), p => Assert.NotNull(p["maxItems"]));
        Assert.All(Parts.Where(p => p["minLength"] is not null), p => Assert.NotNull(p["maxLength"]));
    }

    [Theory]
    [InlineData("profile", "\"cec-3.6\"")]
    [InlineData("seed", "1")]
    [InlineData("eventPollHold", "\"10s\"")]
    [InlineData("chatThinking", """{"min":"1s","max":"3s"}""")]
    [InlineData("accessTokenRefusedStatus", "403")]
    [InlineData("cors", "true")]
    [InlineData("maxWaitingTime", "\"1m\"")]
    [InlineData("onBusy", "\"release\"")]
    [InlineData("webRtc", "true")]
    [InlineData("hangsUp", "0")]
    public void A_key_shows_what_holds_when_it_is_left_out(string key, string expected)
    {
        var shown = Mappings.Select(m => m["properties"]![key]?["default"]).First(d => d is not null)!;

        Assert.Equal(expected, shown.ToJsonString());
    }

    /// <summary>Those whose keys are ours; a file chooses its own names of scripts, headers and content.</summary>
    private static IEnumerable<JsonObject> Mappings =>
        Parts.Where(p => $"{p["type"]}" == "object" && p["properties"] is not null);

    private static IEnumerable<JsonObject> PartsOf(JsonNode node) => node switch
    {
        JsonObject part => part.SelectMany(p => p.Value is null ? [] : PartsOf(p.Value)).Prepend(part),
        JsonArray list => list.SelectMany(child => child is null ? [] : PartsOf(child)),
        _ => [],
    };
}
