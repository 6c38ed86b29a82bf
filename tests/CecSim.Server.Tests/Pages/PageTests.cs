namespace CecSim.Server.Tests.Pages;

/// <summary>What a browser is told of the pages that the server brings itself.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task Every_page_script_and_style_is_for_what_it_is_and_no_more()
    {
        await using var cec = await TestCec.StartAsync();
        var pages = cec.Routes.Where(r => r.Method == "GET" && IsPage(r.Path)).ToList();
        Assert.Contains(pages, p => p.Path == "/demo/agent");
        Assert.Contains(pages, p => p.Path.EndsWith("frame.html", StringComparison.Ordinal));

        foreach (var (_, path) in pages)
        {
            var get = await AskAsync(cec, HttpMethod.Get, path);
            var head = await AskAsync(cec, HttpMethod.Head, path);

            Assert.Equal((200, 200, ""), (get.Status, head.Status, head.Body));
            Assert.Equal(get.Raw.Content.Headers.ContentLength, head.Raw.Content.Headers.ContentLength);
            Assert.True(get.Raw.Content.Headers.ContentLength > 0);
            Assert.Equal("nosniff", get.Header("X-Content-Type-Options"));
            Assert.Equal("same-origin", get.Header("Referrer-Policy"));
            Assert.Contains("frame-ancestors ", get.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", get.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", get.Header("Content-Security-Policy"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_demo_page_cannot_be_framed_and_its_nonce_is_new_each_time()
    {
        await using var cec = await TestCec.StartAsync();

        var one = await AskAsync(cec, HttpMethod.Get, "/demo/agent");
        var two = await AskAsync(cec, HttpMethod.Get, "/demo/agent");

        Assert.Contains("frame-ancestors 'none'", one.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.NotEqual(one.Header("Content-Security-Policy"), two.Header("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/demo/agent")]
    [InlineData("/sip")]
    public async Task OPTIONS_tells_what_a_page_takes(string path)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await AskAsync(cec, HttpMethod.Options, path);

        Assert.Equal(204, answer.Status);
        Assert.Contains("GET", answer.Raw.Content.Headers.Allow);
        Assert.Contains("HEAD", answer.Raw.Content.Headers.Allow);
        Assert.Contains("OPTIONS", answer.Raw.Content.Headers.Allow);
    }

    private static bool IsPage(string path) =>
        path.StartsWith("/demo", StringComparison.Ordinal)
        || path.StartsWith("/_cecsim/ui", StringComparison.Ordinal)
        || (path.StartsWith("/service-cloud/ccdesktop", StringComparison.Ordinal) && Path.HasExtension(path)
            && !path.EndsWith("barclient.js", StringComparison.Ordinal));

    private static Task<Answer> AskAsync(TestCec cec, HttpMethod method, string path) =>
        new CecClient(cec.Http, cec.Space.Settings).AskAsync(method, path, null);
}
