namespace CecSim.Server.Tests.Gateway;

/// <summary>A refusal of the gateway says why wherever somebody may look for it. Read from the wire.</summary>
public sealed class SipRefusalTests : IAsyncLifetime
{
    private const string PlainRtp =
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n";

    private TestCec _cec = null!;
    private InvitedCall _call = null!;
    private BrowserPhone _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _cec = await TestCec.StartAsync();
        _call = await InvitedCall.ConnectAsync(_cec);
        _phone = await _call.OpenPhoneAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        await _cec.DisposeAsync();
    }

    [Theory]
    [InlineData(PlainRtp, 302, "The offer is for audio over RTP/AVP.")]
    [InlineData("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n", 304, "The offer has no m-line with a port.")]
    [InlineData("hello", 399, "")]
    [Shows("6/refusal-has-warning")]
    public async Task A_refused_offer_says_why_on_the_wire_in_the_report_the_journal_and_a_finding(
        string offer, int code, string sentence)
    {
        var answer = await InviteAsync(offer);

        Assert.StartsWith("SIP/2.0 488 ", answer, StringComparison.Ordinal);
        var warning = WarningOf(answer);
        Assert.StartsWith($"{code} cecsim \"{sentence}", warning, StringComparison.Ordinal);
        var why = warning.Split('"')[1];
        Assert.NotEqual("", why);
        var report = await new ControlApiClient(_cec.Http).GetAsync("spaces/demo/calls/1/media");
        Assert.Equal($"Its INVITE was refused with 488: {why}", (string?)report["detail"]);
        var entry = Assert.Single(await JournalAsync("INVITE"));
        Assert.Equal((488, "u1", why), (StatusOf(entry), (string?)entry["user"], (string?)entry["wrong"]![0]));
        var found = Assert.Single(await _cec.FindingsAsync());
        Assert.Equal(
            ("offer-refused", why, (string?)entry["id"]),
            ((string)found["code"]!, (string)found["cases"]![0]!["detail"]!, (string?)found["cases"]![0]!["entry"]));
    }

    [Fact]
    public async Task A_refused_offer_in_a_call_stands_in_the_report_of_its_media_and_the_call_goes_on()
    {
        Assert.StartsWith(
            "SIP/2.0 200 ", await _phone.InviteAsync(_call.AccessCode, _call.Domain), StringComparison.Ordinal);

        var answer = await _phone.ReofferAsync(_call.Domain, PlainRtp);

        Assert.StartsWith("302 cecsim \"The offer is for audio", WarningOf(answer), StringComparison.Ordinal);
        var media = await _cec.ReadAsync($"{ControlAnswers.Space}/calls/1/media");
        var refused = Assert.Single(media["refused"]!.AsArray())!;
        Assert.Equal(("INVITE", 488), ((string)refused["method"]!, (int)refused["status"]!));
        Assert.StartsWith("The offer is for audio", (string?)refused["why"], StringComparison.Ordinal);
        Assert.Contains("offer-refused", await _cec.FoundAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData(PlainRtp)]
    [Shows("6/refusal-has-warning")]
    public async Task A_number_that_nobody_has_is_not_found_whatever_is_offered(string offer)
    {
        var answer = await _phone.InviteAsync("17908", _call.Domain, offer: offer);

        Assert.StartsWith("SIP/2.0 404 ", answer, StringComparison.Ordinal);
        Assert.Equal("399 cecsim \"no call has the access code '17908'\"", WarningOf(answer));
        Assert.Equal(404, StatusOf(Assert.Single(await JournalAsync("INVITE"))));
        Assert.Equal("invite-mismatched", (string?)Assert.Single(await _cec.FindingsAsync())["code"]);
    }

    [Fact]
    public async Task A_request_that_is_not_served_is_explained_by_its_entry()
    {
        var answer = await _phone.AskAsync("PUBLISH", _call.Domain);

        Assert.StartsWith("SIP/2.0 405 ", answer, StringComparison.Ordinal);
        var entry = Assert.Single(await JournalAsync("PUBLISH"));
        var explained = await _cec.ReadAsync($"{ControlAnswers.Space}/explain/{entry["id"]}");
        Assert.Equal("It was refused: PUBLISH is not served here.", (string?)explained["decided"]);
        Assert.Equal("sip-refused", (string?)Assert.Single(await _cec.FindingsAsync())["code"]);
    }

    [Fact]
    public async Task What_a_fault_refuses_is_nobodys_finding_and_still_says_so()
    {
        await new ControlApiClient(_cec.Http).PostAsync(
            "spaces/demo/faults", """{"at":"invite","inject":{"sipStatus":488}}""");

        var answer = await InviteAsync(PlainRtp);

        Assert.Equal("399 cecsim \"A fault refuses it: sipStatus\"", WarningOf(answer));
        Assert.Equal("", await _cec.FoundAsync());
        Assert.Equal(488, StatusOf(Assert.Single(await JournalAsync("INVITE"))));
    }

    [Fact]
    public async Task The_log_tells_each_refusal_in_one_line_that_nobody_can_break()
    {
        using var log = new LineLog();
        await using var cec = CecSimHost.Build(
            new CecSimArgs { Urls = ["http://127.0.0.1:0"], LogLevel = LogLevel.Information },
            builder => builder.Logging.ClearProviders().AddProvider(log));
        await cec.StartAsync(BrowserPhone.TestEnds);
        using var phone = await BrowserPhone.OpenAsync(
            cec.Urls.Single(u => u.StartsWith("http:", StringComparison.Ordinal)).Replace("http", "ws") + "/sip");

        await phone.InviteAsync("17\u001b[31m908", "other.test", offer: PlainRtp);

        var line = Assert.Single(log.Lines, l => l.Contains("is refused with 404", StringComparison.Ordinal));
        Assert.StartsWith("INVITE sip:17 [31m908@other.test from 127.0.0.1:", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
    }

    private static string WarningOf(string answer) => Assert.Single(
        answer.Split("\r\n"), l => l.StartsWith("Warning: ", StringComparison.Ordinal))["Warning: ".Length..];

    private Task<string> InviteAsync(string offer) =>
        _phone.InviteAsync(_call.AccessCode, _call.Domain, offer: offer);

    private Task<IReadOnlyList<JsonNode>> JournalAsync(string method) => _cec.JournalAsync($"?method={method}");

    private static int StatusOf(JsonNode entry) => (int)entry["response"]!["status"]!;

    private sealed class LineLog : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
            {
                _lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
