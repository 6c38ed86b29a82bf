using Microsoft.Extensions.Hosting;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class HealthTests
{
    [Fact]
    public async Task A_server_that_listens_is_live_and_ready()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        (await control.GetAsync("health/live")).MustBeJson("""{"status":"live"}""");
        (await control.GetAsync("health/ready")).MustBeJson("""{"status":"ready"}""");
    }

    [Fact]
    public async Task A_server_that_is_about_to_end_is_not_ready()
    {
        Reply? late = null;
        await using var cec = await StartAsync(new CecSimArgs(), app =>
            app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
                .Register(() => late = Ask(app.Urls.Single())));

        await cec.StopAsync();

        late!.MustBeProblem(503, "not-ready");
    }

    private static Reply Ask(string url)
    {
        using var http = ClientOf(new Uri(url));
        return new ControlApiClient(http).GetAsync("health/ready").GetAwaiter().GetResult();
    }
}
