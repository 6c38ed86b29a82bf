namespace CecSim.Scenarios.Tests;

public sealed class YamlTests
{
    [Theory]
    [InlineData("", "1:1: the file is empty")]
    [InlineData("# nothing yet\n", "2:1: the file is empty")]
    [InlineData("name: [a\n", "2:1: While parsing a flow sequence, did not find expected ',' or ']'.")]
    [InlineData("name: a: b\n", "1:8: While scanning a plain scalar value, found invalid mapping.")]
    [InlineData("name: a\n\tabout: b\n", "2:1: a tab cannot indent; use spaces")]
    [InlineData("name: a\0bc", "1:8: a character with code 0 has no place in a text file")]
    [InlineData("name: a\n---\nname: b\n", "2:1: a second document begins; a file holds one scenario")]
    [InlineData("name: *b\n", "1:7: nothing above is anchored as '&b'")]
    [InlineData("seed:\n  : 7\n", "3:1: a value is missing here")]
    [InlineData("name: &a [*a]\n", "1:11: nothing above is anchored as '&a'")]
    public void What_is_not_one_yaml_document_is_reported_at_its_place(string yaml, string complaint) =>
        Assert.Equal([$"s.yaml:{complaint}"], Story.Complaints(yaml));

    [Theory]
    [InlineData("name: \"\\U99999999\"", "1:5")]
    [InlineData("space: {\nappKey: a }", "1:8")]
    public void What_the_library_trips_over_is_reported_after_the_last_that_it_understood(string yaml, string place) =>
        Assert.Equal(
            [
                $"s.yaml:{place}: not YAML from here on: a line in brackets may lack its indentation, " +
                "or an escape be unknown",
            ],
            Story.Complaints(yaml));

    [Fact]
    public void A_tag_is_reported_and_not_passed_over() => Assert.Equal(
        ["s.yaml:3:7: the tag '!secret' has no meaning here"],
        Story.Complaints(Story.Head + "seed: !secret 7"));

    [Fact]
    public void A_file_over_a_mebibyte_is_refused_unread() => Assert.Equal(
        ["s.yaml: larger than 1048576 bytes"],
        Story.Complaints("[" + new string('ü', 512 * 1024)));

    [Fact]
    public void A_file_that_is_too_deep_is_refused_where_it_gets_too_deep() => Assert.Equal(
        ["s.yaml:1:33: deeper than 32 levels"],
        Story.Complaints(new string('[', 1_000_000)));

    [Fact]
    public void A_file_with_too_many_values_is_refused() => Assert.Equal(
        ["s.yaml:1:40000: more than 20000 values, aliases counted in full"],
        Story.Complaints("[" + string.Join(',', Enumerable.Repeat("a", 30_000)) + "]"));

    [Fact]
    public void Aliases_of_aliases_are_refused_before_they_grow() => Assert.Equal(
        ["s.yaml:5:8: more than 20000 values, aliases counted in full"],
        Story.Complaints(
            """
            a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
            e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
            """));

    [Fact]
    public void An_alias_repeats_what_it_names_and_its_mistake_is_said_once()
    {
        const string Calls = "calls:\n  - script: &steps [wait: 9s, STEP]\n  - onDrop: *steps\n";

        var rules = Story.Read(Story.Head + Calls.Replace("STEP", "silent")).Space.Calls;
        Assert.Equal(rules[0].Script.Steps, rules[1].OnDrop.Steps);

        Assert.StartsWith(
            "s.yaml:4:31: 'silence' is not a step",
            Assert.Single(Story.Complaints(Story.Head + Calls.Replace("STEP", "silence"))));
    }

    [Fact]
    public void A_long_text_is_cut_short_in_its_complaint() => Assert.Equal(
        [$"s.yaml:3:10: '{new string('x', 60)}…' is not a profile; allowed: cec-2.5, cec-3.6"],
        Story.Complaints(Story.Head + "profile: " + new string('x', 100_000)));
}
