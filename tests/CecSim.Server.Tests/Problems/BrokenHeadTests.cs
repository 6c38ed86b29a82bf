using CecSim.Server.Problems;
using CecSim.Server.Tests.Cors;

namespace CecSim.Server.Tests.Problems;

/// <summary>Requests that never become one: what reads HTTP refuses them by itself. Read from the bytes.</summary>
public sealed class BrokenHeadTests
{
    public static TheoryData<string, int, string> Requests => new()
    {
        { "nonsense\r\n\r\n", 400, "Invalid request line" },
        { "GET / HTTP/9.9\r\n\r\n", 505, "Unrecognized HTTP version" },
        { $"GET /{new string('x', 9_000)} HTTP/1.1\r\n\r\n", 414, "Request line too long." },
        { $"GET / HTTP/1.1\r\nX-Long: {new string('x', 33_000)}\r\n\r\n", 431, "Request headers too long." },
        { "GET / HTTP/1.1\r\nno colon\r\n\r\n", 400, "Invalid request header" },
        { "GET / HTTP/1.1\r\n\r\n", 400, "missing" },
        { "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "Multiple Host headers." },
        { "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n", 400, "Invalid content length" },
    };

    [Theory, MemberData(nameof(Requests))]
    public async Task Each_is_told_why_in_the_header_and_in_a_line_of_the_log(string request, int status, string why)
    {
        var lines = new RefusalLines();
        await using var cec = await StartAsync(new CecSimArgs(), lines);

        var answer = await SendAsync(cec, request);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Matches($"\r\nX-CecSim-Why: [^\r]*{why}", answer);
        Assert.Contains($" is refused with {status}: ", Assert.Single(lines), StringComparison.Ordinal);
        Assert.DoesNotContain(lines.Single(), char.IsControl);
        Assert.Equal(
            ("http.broken", 1L), cec.Guard.Nuisances.Where(n => n.Count > 0).Select(n => (n.Name, n.Count)).Single());
    }

    [Fact]
    public async Task A_head_that_comes_too_slowly_is_told_so()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { HeadWithin = TimeSpan.FromSeconds(1) });

        var answer = await SendAsync(cec, "GET / HTTP/1.1\r\nHost: x\r\n");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("X-CecSim-Why: Reading the request headers timed out", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_may_read_it_as_far_as_its_origin_was_read()
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await SendAsync(
            cec,
            $"GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: {PageOf.Origin}\r\n" +
            $"X-Long: {new string('x', 33_000)}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
        Assert.Contains($"\r\nAccess-Control-Allow-Origin: {PageOf.Origin}\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_headers_of_CecSim_it_is_told_in_the_log_alone()
    {
        var lines = new RefusalLines();
        await using var cec = await StartAsync(new CecSimArgs { TellsBasis = false }, lines);

        Assert.DoesNotContain("X-CecSim", await SendAsync(cec, "nonsense\r\n\r\n"), StringComparison.Ordinal);
        Assert.Single(lines);
    }

    [Fact]
    [ThrowsFrom("broken request")]
    public async Task A_log_that_throws_takes_only_the_reason_away()
    {
        var diary = new GuardDiary();
        await using var cec = await TestCec.StartAsync(
            new CecSimArgs(),
            guardLog: diary,
            configureBuilder: b => b.Services.AddSingleton<ILogger<RefusalLog>>(new BrittleLog()));

        Assert.StartsWith("HTTP/1.1 400 ", await SendAsync(cec, "nonsense\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 ", await SendAsync(cec, "nonsense\r\n\r\n"), StringComparison.Ordinal);

        Assert.Equal("broken request", Assert.Single(diary.Failures).Place);
        Assert.Equal(2, Assert.Single(cec.Guard.Failures).Count);
        Assert.Equal(200, (await (await cec.SignInAsync()).CheckAsync()).Status);
    }

    private static Task<TestCec> StartAsync(CecSimArgs args, RefusalLines lines) => TestCec.StartAsync(
        args, configureBuilder: builder => builder.Services.AddSingleton<ILogger<RefusalLog>>(lines));

    private static async Task<string> SendAsync(TestCec cec, string request)
    {
        await using var connection = await RawConnection.OpenAsync(cec.Url("http"));
        await connection.SendAsync(request);
        return await connection.ReadAnswerAsync();
    }

    private sealed class BrittleLog : ILogger<RefusalLog>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("made by a test");
    }
}
