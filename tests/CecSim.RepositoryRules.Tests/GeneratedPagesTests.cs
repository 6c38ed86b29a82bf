namespace CecSim.RepositoryRules.Tests;

/// <summary>Pages that are made from what the product says of itself are as fresh as it is.</summary>
public sealed class GeneratedPagesTests
{
    private static JsonObject Schema =>
        JsonNode.Parse(Repository.Own.Text("scenarios/scenario.schema.json"))!.AsObject();

    [Fact]
    public void The_page_of_scenario_keys_is_what_the_schema_says() =>
        GeneratedFile.AssertFresh(ScenarioKeysPage.File, ScenarioKeysPage.Of(Schema));

    [Fact]
    public void The_page_of_scenario_keys_has_every_key_and_every_word()
    {
        var page = ScenarioKeysPage.Of(Schema);

        // A key ends what stands in its cell, and so does a word.
        Assert.All(Names(Schema).Distinct(), name => Assert.Matches($@"[`. ]{Regex.Escape(name)}`", page));
    }

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonArray all => all.SelectMany(Names),
        JsonObject { Count: > 0 } schema => schema
            .Where(p => p.Key == "properties")
            .SelectMany(p => p.Value!.AsObject().Select(k => k.Key))
            .Concat(schema.Where(p => p.Key == "const").Select(p => $"{p.Value}"))
            .Concat(schema.SelectMany(p => Names(p.Value))),
        _ => [],
    };
}
