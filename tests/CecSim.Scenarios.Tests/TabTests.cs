namespace CecSim.Scenarios.Tests;

/// <summary>Tabs where YAML 1.2.2 and JSON take them for white space, and nowhere else.</summary>
public sealed class TabTests
{
    [Theory]
    [InlineData(
        "{\n\t\"name\":\t\"story\",\n\t\"space\": {\n\t\t\"appKey\": \"k\",\n\t\t\"channels\": [\n" +
        "\t\t\t{ \"id\": 1 }\n\t\t]\n\t}\n}")]
    [InlineData("name: story\nspace: {\n\tappKey: k,\n\t\t# why\n\tchannels: [\n\t\t{ id: 1 }\n\t] }")]
    [InlineData("name: story\n\t\nspace:\n\t\t# why\n  appKey: k\t# how\n\t \t\n  channels:\n    - id:\t1\n")]
    [InlineData("name: story\r\n\t\r\nspace:\r\n\t# why\r\n  appKey: k\r\n  channels:\r\n    -\tid: 1\r\n\t")]
    public void White_space_may_be_tabs(string yaml)
    {
        var space = Story.Read(yaml).Space;

        Assert.Equal(("k", "1"), (space.AppKey, Assert.Single(space.Channels).Id));
    }

    [Theory]
    [InlineData("name: a\nspace:\n\tappKey: k\n", 3)]
    [InlineData("name: a\n\t# fine\nspace:\n  appKey: k\n\tappSecret: s\n", 5)]
    [InlineData("name: a\nspace: {\n\tappKey: k }\nscripts:\n\tone: [connected]\n", 5)]
    public void A_tab_that_indents_is_reported_where_it_does(string yaml, int line) =>
        Assert.Equal([$"s.yaml:{line}:1: a tab cannot indent; use spaces"], Story.Complaints(yaml));

    [Fact]
    public void Places_behind_tabs_stay_where_they_are() => Assert.Equal(
        ["s.yaml:3:2: unknown key 'sede'; allowed: name, about, profile, seed, space, scripts, ivr, calls, outbound, " +
            "faults; did you mean 'seed'?"],
        Story.Complaints("{\n\t\"name\": \"a\",\n\t\"sede\": 7\n}"));

    [Fact]
    public void Text_over_several_lines_keeps_its_tabs() => Assert.Equal(
        "one\n\t# two\n",
        ScenarioFiles.Parse("s.yaml", "name: a\nabout: |\n  one\n  \t# two\n").Scenarios.Single().About);

    [Theory]
    [InlineData("base: &a { appKey: k }\nname: a\nspace: { <<: *a }", "3:10")]
    [InlineData("name: a\nspace:\n  <<: { appKey: k }", "3:3")]
    [InlineData("name: a\nscripts: { <<: { one: [connected] } }", "2:12")]
    public void A_merge_key_is_named(string yaml, string place) => Assert.Contains(
        $"s.yaml:{place}: merge keys ('<<') are not YAML 1.2; an alias alone, as in 'key: *name', is the whole value",
        Story.Complaints(yaml));
}
