using CecSim.Telephony.Media;
using Microsoft.Playwright;

namespace CecSim.Browser.Tests;

/// <summary>A gateway, a browser, and a call between them whose descriptions the test itself carries.</summary>
internal sealed class BrowserCall : IAsyncDisposable
{
    private readonly IPage _page;

    private BrowserCall(IPage page) => _page = page;

    public MediaGateway Gateway { get; } = new(new MediaSettings { Port = 0 }, TimeProvider.System);

    public MediaCall Call { get; private set; } = null!;

    public static async Task<BrowserCall> StartAsync(
        Chromium chromium,
        MediaWishes? wishes = null,
        bool video = false,
        string? codec = null)
    {
        var test = new BrowserCall(await BrowserPage.OpenAsync(chromium.Browser, "call.html"));
        await test._page.ExposeFunctionAsync<string, string>("accept", sdp => test.Accept(sdp, wishes));
        await test._page.ExposeFunctionAsync<string, string>("reoffer", test.Reoffer);
        await test.EvaluateAsync(
            "([video, codec]) => call({ audio: true, video }, codec)", new object?[] { video, codec });
        return test;
    }

    public Task EvaluateAsync(string script, object? argument = null) => _page.EvaluateAsync(script, argument);

    public Task<string> EvaluateTextAsync(string script, object? argument = null) =>
        _page.EvaluateAsync<string>(script, argument);

    /// <summary>The statistics of what the browser receives, once they are as wanted.</summary>
    public Task<InboundStatistics> UntilAsync(string kind, string condition) =>
        _page.EvaluateAsync<InboundStatistics>(
                "([kind, condition]) => until(kind, condition)", new[] { kind, condition })
            .WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await _page.Context.CloseAsync();
    }

    private string Accept(string sdp, MediaWishes? wishes)
    {
        var accepted = Assert.IsType<MediaAnswer.Accepted>(Gateway.Accept(sdp, wishes));
        Call = accepted.Call;
        return accepted.Sdp;
    }

    private string Reoffer(string sdp)
    {
        return Assert.IsType<MediaAnswer.Accepted>(Call.Reoffer(sdp)).Sdp;
    }
}
