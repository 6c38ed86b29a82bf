namespace CecSim.Scenarios.Tests;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("1.5s", 1_500)]
    [InlineData(".5s", 500)]
    [InlineData("1.s", 1_000)]
    [InlineData("90s", 90_000)]
    [InlineData("10m", 600_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1h0.5m", 3_630_000)]
    [InlineData("2d", 172_800_000)]
    [InlineData("1d2h3m4s5ms", 93_784_005)]
    [InlineData("0s", 0)]
    [InlineData("PT10M", 600_000)]
    [InlineData("PT1H30M", 5_400_000)]
    [InlineData("PT1.5S", 1_500)]
    [InlineData("P1D", 86_400_000)]
    [InlineData("P1W", 604_800_000)]
    [InlineData("P1DT2H3M4.005S", 93_784_005)]
    [InlineData("PT0S", 0)]
    [InlineData("1:30:00", 5_400_000)]
    [InlineData("00:00:01.5", 1_500)]
    [InlineData("1.02:03:04", 93_784_000)]
    public void Every_form_is_read_and_matches_the_schema(string text, long milliseconds)
    {
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), DurationText.Parse(text, ScenarioParts.DurationMax));
        Assert.Matches(new Regex(DurationText.Pattern, RegexOptions.ECMAScript), text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("-1s")]
    [InlineData("+1s")]
    [InlineData("1 s")]
    [InlineData("1S")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("1,5s")]
    [InlineData("1e3s")]
    [InlineData("s")]
    [InlineData(".s")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("PT1H1D")]
    [InlineData("pt10m")]
    [InlineData("-PT1M")]
    [InlineData("1:60:00")]
    [InlineData("30:00")]
    [InlineData("10m\n")]
    [InlineData("١s")]
    public void Everything_else_is_no_length_of_time(string text) =>
        Assert.Null(DurationText.Parse(text, ScenarioParts.DurationMax));

    [Theory]
    [InlineData("3651d")]
    [InlineData("P3651D")]
    [InlineData("79228162514264337593543950335h")]
    [InlineData("99999999999999999999999999999999999999999ms")]
    [InlineData("922337203685477580800:00:00")]
    public void More_than_the_longest_is_refused(string text) =>
        Assert.Null(DurationText.Parse(text, ScenarioParts.DurationMax));

    [Fact]
    public void Every_sample_is_one() =>
        Assert.All(DurationText.Samples, s => Assert.NotNull(DurationText.Parse(s, ScenarioParts.DurationMax)));

    [Fact]
    public void A_scenario_takes_all_forms_within_its_limits()
    {
        var space = Story.Read(
            Story.Head + "space: { eventPollHold: PT10S, chatPollHold: 0:00:07, ringingMax: 1m30s }").Space;

        Assert.Equal(
            [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(90)],
            [space.EventPollHold, space.ChatPollHold, space.RingingMax]);
        Assert.NotEmpty(Story.Complaints(Story.Head + "space: { ringingMax: PT11M }"));
        Assert.NotEmpty(Story.Complaints(Story.Head + "space: { ringingMax: 0:00:00 }"));
    }
}
