using CecSim.Guarding;

namespace CecSim.Browser.Tests;

/// <summary>A gateway, a browser, and a call between them whose descriptions the test itself carries.</summary>
internal sealed class BrowserCall : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly IPage _page;
    private Func<InboundStatistics, MediaReport, bool> _isTold = (_, _) => true;
    private (InboundStatistics Seen, MediaReport Report) _looked;

    private BrowserCall(IPage page) => _page = page;

    /// <param name="relay">Makes a relay before a gateway's address.</param>
    public static async Task<BrowserCall> StartThroughAsync(
        Chromium chromium, Network up, Network down, string camera)
    {
        var guard = new Guard(new WriterLog(Console.Error));
        var gateway = new MediaGateway(new MediaSettings { Port = 0 }, TimeProvider.System, guard);
        var test = new BrowserCall(await BrowserPage.OpenAsync(chromium.Browser, "call.html"))
        {
            Guard = guard,
            Gateway = gateway,
            Relay = new UdpRelay(gateway.Addresses[0], up, down),
        };
        await test.BeginAsync(null, camera, codec: null);
        return test;
    }

    public Guard Guard { get; private init; } = new(new WriterLog(Console.Error));

    public MediaGateway Gateway
    {
        get => field ??= new(new MediaSettings { Port = 0 }, TimeProvider.System, Guard);
        private init;
    }

    public MediaCall Call { get; private set; } = null!;

    /// <summary>Where media go through on their way; null where they go straight.</summary>
    public UdpRelay? Relay { get; private init; }

    public static async Task<BrowserCall> StartAsync(
        Chromium chromium,
        MediaOptions? wishes = null,
        bool video = false,
        string? codec = null)
    {
        var test = new BrowserCall(await BrowserPage.OpenAsync(chromium.Browser, "call.html"));
        await test.BeginAsync(wishes, video, codec);
        return test;
    }

    public Task EvaluateAsync(string script, object? argument = null) => _page.EvaluateAsync(script, argument);

    public Task<string> EvaluateTextAsync(string script, object? argument = null) =>
        _page.EvaluateAsync<string>(script, argument);

    /// <summary>The statistics of what the browser receives, once they are as wanted.</summary>
    public Task<InboundStatistics> UntilAsync(string kind, string condition) =>
        UntilAsync(kind, condition, Patience);

    public Task<InboundStatistics> UntilAsync(string kind, string condition, TimeSpan patience) =>
        _page.EvaluateAsync<InboundStatistics>(
                "([kind, condition]) => until(kind, condition)", new[] { kind, condition })
            .WaitAsync(patience, TimeProvider.System);

    /// <summary>
    /// Waits until the browser's figures and the call's report are as wanted, or long enough; who waits looks at them.
    /// </summary>
    /// <returns>Both as they were looked at last.</returns>
    /// <param name="patience">Null for as long as anything here may take.</param>
    public async Task<(InboundStatistics Seen, MediaReport Report)> AwaitAsync(
        Func<InboundStatistics, MediaReport, bool> isTold, TimeSpan? patience = null)
    {
        _isTold = isTold;
        Task told = _page.EvaluateAsync("untilTold()");
        await told.WaitAsync(patience ?? Patience, TimeProvider.System)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _looked;
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        if (Relay is { } relay)
        {
            await relay.DisposeAsync();
        }

        await _page.Context.CloseAsync();
    }

    /// <param name="video">What the page asks for: no camera, any, or a name of a source of its own.</param>
    private async Task BeginAsync(MediaOptions? wishes, object video, string? codec)
    {
        await _page.ExposeFunctionAsync<string, string>("accept", sdp => Accept(sdp, wishes));
        await _page.ExposeFunctionAsync<string, string>("reoffer", Reoffer);
        await _page.ExposeFunctionAsync<InboundStatistics, bool>("isTold", seen =>
        {
            _looked = (seen, Call.Report());
            return _isTold(_looked.Seen, _looked.Report);
        });
        await EvaluateAsync("([video, codec]) => call({ audio: true, video }, codec)", new[] { video, codec });
    }

    private string Accept(string sdp, MediaOptions? wishes)
    {
        var accepted = Assert.IsType<MediaAnswer.Accepted>(Gateway.Accept(sdp, wishes));
        Call = accepted.Call;
        return Relayed(accepted.Sdp);
    }

    private string Reoffer(string sdp)
    {
        return Relayed(Assert.IsType<MediaAnswer.Accepted>(Call.Reoffer(sdp)).Sdp);
    }

    private string Relayed(string sdp) => Relay is null
        ? sdp
        : sdp.Replace($" {Gateway.Addresses[0].Port} typ", $" {Relay.Port} typ", StringComparison.Ordinal);
}
