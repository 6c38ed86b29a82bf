namespace CecSim.Simulation.Tests.Journal;

/// <summary>Which entries are meant, and what is said of those that are not.</summary>
public sealed class JournalQueryTests
{
    private static readonly JournalEntry Entry = Entries.Of() with
    {
        RequestBody = new JournalBody("the Request", 11, IsCut: false),
        ResponseBody = new JournalBody("the Answer", 10, IsCut: false),
        Wrong = [new RuleViolation(null, "it is Late")],
        Faults = ["delay"],
    };

    public static TheoryData<JournalQuery, string?> Asked => new()
    {
        { new(), null },
        { new() { Operation = CecOperation.CreateClickToCall }, null },
        { new() { Operation = CecOperation.Poll }, "operation is createClickToCall, not poll" },
        { new() { Method = "POST" }, null },
        { new() { Method = "GET" }, "method is POST, not GET" },
        { new() { Path = "/calls" }, null },
        { new() { Path = "/call" }, "path is /calls, not /call" },
        { new() { User = "u1" }, null },
        { new() { User = "u2" }, "user is u1, not u2" },
        { new() { Status = 200 }, null },
        { new() { Status = 403 }, "status is 200, not 403" },
        { new() { ResultCode = "0" }, null },
        { new() { ResultCode = "1" }, "resultCode is 0, not 1" },
        { new() { Since = Entry.At, Until = Entry.At }, null },
        { new() { Since = Entry.At.AddTicks(1) },
            "at 2026-01-05T09:00:01.0000000+00:00, before 2026-01-05T09:00:01.0000001+00:00" },
        { new() { Until = Entry.At.AddTicks(-1) },
            "at 2026-01-05T09:00:01.0000000+00:00, after 2026-01-05T09:00:00.9999999+00:00" },
        { new() { Text = "CALLS" }, null },
        { new() { Text = "Q=1" }, null },
        { new() { Text = "the request" }, null },
        { new() { Text = "the answer" }, null },
        { new() { Text = "late" }, null },
        { new() { Text = "DELAY" }, null },
        { new() { Text = "POST" }, "has no 'POST'" },
        { new() { Text = "nothing of it" }, "has no 'nothing of it'" },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void An_entry_is_meant_or_differs_in_what_is_told(JournalQuery query, string? difference)
    {
        Assert.Equal(difference, query.Differences(Entry).SingleOrDefault());
        Assert.Equal(difference is null, query.Matches(Entry));
    }

    [Fact]
    public void What_an_entry_has_not_is_told_as_none() => Assert.Equal(
        ["operation is none, not poll", "user is none, not u1", "resultCode is none, not 0", "has no 'x'"],
        new JournalQuery { Operation = CecOperation.Poll, User = "u1", ResultCode = "0", Text = "x" }
            .Differences(Entries.Of() with { Operation = null, UserId = null, ResultCode = null }));

    [Theory]
    [InlineData("7", 7, false)]
    [InlineData("server-7", 7, true)]
    public void An_id_is_read_as_it_is_written(string text, long number, bool isOfServer)
    {
        Assert.Equal(new JournalId(number, isOfServer), JournalId.Parse(text));
        Assert.Equal(text, new JournalId(number, isOfServer).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-7")]
    [InlineData("server-")]
    [InlineData("Server-7")]
    [InlineData("7x")]
    public void What_is_no_id_names_no_entry(string text) => Assert.Null(JournalId.Parse(text));

    [Fact]
    public void A_question_of_a_browser_is_told_from_a_request_of_a_page_and_of_a_program()
    {
        Assert.True(Entries.Preflight().IsPreflight);
        Assert.False((Entries.Preflight() with { Method = "POST" }).IsPreflight);
        Assert.False(Entries.Of(1, "OPTIONS", new JournalHeader("Origin", "http://page")).IsPreflight);
        Assert.False((Entries.Preflight() with { Origin = "http://page" }).IsPreflight);
        Assert.Equal("http://page", Entries.Preflight().PageOrigin);
        Assert.Null(Entries.Of().PageOrigin);
    }

    [Fact]
    public void The_address_of_a_request_of_sip_is_its_request_uri()
    {
        Assert.Equal("http://cec/calls?q=1", Entries.Of().Url);
        Assert.Equal("sip:1@x", (Entries.Of() with { Protocol = "SIP/2.0", Path = "sip:1@x" }).Url);
    }
}
