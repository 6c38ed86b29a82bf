namespace CecSim.Browser.Tests;

/// <summary>What a page of somebody else can make a browser do to a server that listens on loopback: nothing.</summary>
public sealed class AttackTests(Chromium chromium)
{
    private const string Journal = "/_cecsim/spaces/demo/journal";

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Images_scripts_frames_and_requests_of_a_foreign_page_do_nothing_at_the_control_API()
    {
        await using var cecsim = await CecSimProcess.ServeAsync();
        await using var page = await PageOfAnotherOrigin.OpenAsync(chromium.Browser, "localhost");
        using var http = new HttpClient { BaseAddress = cecsim.Address };
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        asked.Headers.Add("x-app-key", "cecsim-demo-key");
        using var answered = await http.SendAsync(asked, TestEnds);
        var statuses = new ConcurrentBag<int>();
        page.Page.Response += (_, response) =>
        {
            if (response.Url.Contains("/_cecsim/", StringComparison.Ordinal))
            {
                statuses.Add(response.Status);
            }
        };

        await page.Page.EvaluateAsync(
            """
            async base => {
              const ended = element => new Promise(done => {
                element.onload = element.onerror = done
                document.body.append(element)
              })
              const make = (name, key, value) => Object.assign(document.createElement(name), { [key]: value })
              const act = base + '/_cecsim/process?collect=true'
              await ended(make('img', 'src', act))
              await ended(make('script', 'src', act))
              await ended(make('iframe', 'src', act))
              await fetch(act, { mode: 'no-cors' }).catch(() => {})
              await fetch(base + '/_cecsim/spaces/demo/reset', { method: 'POST', mode: 'no-cors' }).catch(() => {})
              await fetch(base + '/_cecsim/spaces').catch(() => {})
            }
            """,
            cecsim.Address.GetLeftPart(UriPartial.Authority))
            .WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken);

        // Of what the browser itself keeps from the page it tells nothing; what it tells is a refusal.
        Assert.NotEmpty(statuses);
        Assert.All(statuses, status => Assert.Equal(403, status));
        Assert.Contains("/nothing", await http.GetStringAsync(Journal, TestEnds), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/demo/agent")]
    [InlineData("/_cecsim/spaces")]
    [InlineData("/apiaccess/ccmessaging/poll")]
    public async Task A_name_that_was_made_to_point_here_gets_nothing(string path)
    {
        await using var cecsim = await CecSimProcess.ServeAsync();
        var page = await chromium.Browser.NewPageAsync();

        var answer = await page.GotoAsync($"http://rebound.example:{cecsim.Address.Port}{path}");

        Assert.Equal(403, answer!.Status);
        Assert.DoesNotContain("cecsim-demo", await answer.TextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
