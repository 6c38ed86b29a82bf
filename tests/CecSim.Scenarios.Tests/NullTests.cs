namespace CecSim.Scenarios.Tests;

/// <summary>A null is nothing, in all its forms, and never the text that it is written with.</summary>
public sealed partial class NullTests
{
    private static readonly string[] Nulls = ["~", "null", "Null", "NULL", ""];

    [Fact]
    public void A_null_for_the_value_of_any_key_is_reported_as_nothing()
    {
        var values = ValueOfKey().Matches(Everything.Yaml);
        Assert.True(values.Count > 100, $"{values.Count} values");
        foreach (Match value in values)
        {
            foreach (var nothing in Nulls)
            {
                var yaml = Everything.Yaml[..value.Index] + nothing + Everything.Yaml[(value.Index + value.Length)..];

                var complaints = Story.Complaints(yaml).ToList();

                Assert.Contains(complaints, c => c.Contains("got nothing", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("{\"name\": null, \"about\": \"A.\"}", "1:10: expected a scenario name, got nothing;")]
    [InlineData(Story.Head + "space: { appKey: ~ }", "3:18: expected an app key, got nothing;")]
    [InlineData(Story.Head + "scripts: { ~: [connected] }", "3:12: expected a script name, got nothing;")]
    [InlineData(Story.Head + "calls: [~]", "3:9: expected a mapping, got nothing;")]
    [InlineData(Story.Head + "calls: [{ match: { header: { X-A: null } } }]", "3:35: expected a pattern, got nothing;")]
    public void A_null_is_reported_where_it_stands(string yaml, string complaint) =>
        Assert.StartsWith($"s.yaml:{complaint}", Assert.Single(Story.Complaints(yaml)), StringComparison.Ordinal);

    [Fact]
    public void A_fault_for_nobody_is_none()
    {
        var fault = ScenarioParts.Fault("""{"at":"poll","match":{"userId":null},"inject":{"status":503}}""");

        Assert.Null(fault.Value);
        Assert.Contains("got nothing", fault.Complaints[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_quotes_it_is_text() =>
        Assert.Equal(("null", "~"), Keys("space: { appKey: \"null\", appSecret: '~' }"));

    private static (string, string) Keys(string yaml)
    {
        var space = Story.Read(Story.Head + yaml).Space;
        return (space.AppKey, space.AppSecret);
    }

    // A single value behind a key, in a line or in braces.
    [GeneratedRegex(@"(?<=[a-zA-Z]: )(?![\[{])[^,}\]\n]+?(?=\s*[,}\]\n])")]
    private static partial Regex ValueOfKey();
}
