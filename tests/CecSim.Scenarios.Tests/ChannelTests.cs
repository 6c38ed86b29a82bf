namespace CecSim.Scenarios.Tests;

public sealed class ChannelTests
{
    [Fact]
    [Shows("10.1/click-to-dial-web-only")]
    public void A_channel_names_queues_that_fit_what_they_are_for() => Assert.Equal(
        [
            "s.yaml:5:28: 'video-click' is not a voice click-to-dial queue of this space; " +
            "allowed: voice-click; did you mean 'voice-click'?",
            "s.yaml:6:28: 'voice-clik' is not a video click-to-dial queue of this space; allowed: video-click",
            "s.yaml:7:27: 'cat' is not a multimedia queue of this space; allowed: chat; did you mean 'chat'?",
        ],
        Channels(
            """
            - { id: 1, voiceQueue: video-click }
            - { id: 2, videoQueue: voice-clik }
            - { id: 3, chatQueue: cat }
            """));

    [Fact]
    public void Where_no_queue_fits_none_is_offered() => Assert.Equal(
        ["s.yaml:4:34: 'a' is not a multimedia queue of this space"],
        Story.Complaints(Story.Head + "space:\n  channels: [{ id: 1, chatQueue: a }]\n  queues: [{ name: a }]"));

    [Fact]
    public void Hours_and_zones_that_are_none_are_reported() => Assert.Equal(
        [
            "s.yaml:5:27: 'machine' is not a service; allowed: human, robot",
            "s.yaml:6:40: '24:00' is not a time of day; allowed: 00:00 to 23:59",
            "s.yaml:6:53: '9:00' is not a time of day; allowed: 00:00 to 24:00; did you mean '09:00'?",
            "s.yaml:7:32: the key 'to' is missing: when they end; before 'from' for hours past midnight, " +
            "the same for the whole day.",
            "s.yaml:7:56: 'monday' is not a day of the week; allowed: mon, tue, wed, thu, fri, sat, sun",
            "s.yaml:7:64: 'fry' is not a day of the week; allowed: mon, tue, wed, thu, fri, sat, sun; " +
            "did you mean 'fri'?",
            "s.yaml:8:32: expected a mapping, got a single value; allowed: from, to, days",
            "s.yaml:9:28: 'Europe/Berlim' is not a time zone; allowed: an IANA id, as in Europe/Berlin or UTC; " +
            "did you mean 'Europe/Berlin'?",
        ],
        Channels(
            """
            - { id: "1", service: machine }
            - { id: "2", workingHours: { from: "24:00", to: 9:00 } }
            - { id: "3", workingHours: { from: "09:00", days: [monday, fry] } }
            - { id: "4", workingHours: always }
            - { id: "5", timeZone: Europe/Berlim }
            """));

    // The first two are files beside the zones on some machines; the last is known once the right one was asked for.
    [Theory]
    [InlineData("localtime")]
    [InlineData("posix/UTC")]
    [InlineData("../UTC")]
    [InlineData("europe/berlin")]
    [Shows("10.4/time-zone")]
    public void What_only_some_machines_take_for_a_zone_is_none(string zone)
    {
        Assert.Equal("Europe/Berlin", Story.Read(Zone("Europe/Berlin")).Space.TimeZone.Id);

        Assert.StartsWith(
            $"s.yaml:3:20: '{zone}' is not a time zone; allowed: an IANA id, as in Europe/Berlin or UTC",
            Assert.Single(Story.Complaints(Zone(zone))));
    }

    private static string Zone(string id) => Story.Head + $"space: {{ timeZone: {id} }}";

    private static IEnumerable<string> Channels(string channels) =>
        Story.Complaints($"{Story.Head}space:\n  channels:\n    {channels.ReplaceLineEndings("\n    ")}");
}
