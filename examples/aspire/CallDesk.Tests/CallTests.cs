using System.Net.Http.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using CecSim.ControlClient;

namespace CallDesk.Tests;

/// <summary>The whole application, as the app host starts it, with a contact centre that does as it is told.</summary>
public sealed class CallTests : IAsyncLifetime
{
    private DistributedApplication _app = null!;
    private CecSimControl _control = null!;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(TestEnds);
        _app = await builder.BuildAsync(TestEnds);
        await _app.StartAsync(TestEnds);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync("desk", TestEnds);
        _control = new CecSimControl(_app.GetEndpoint("cec", "http"));
    }

    public async ValueTask DisposeAsync()
    {
        _control?.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_caller_who_waits_in_the_queue_is_connected()
    {
        var space = _control.Space("queue-then-connect");
        await space.FreezeAsync(TestEnds);
        using var desk = _app.CreateHttpClient("desk");

        var call = desk.GetFromJsonAsync<List<string>>("/call/ann", TestEnds);
        await space.WhenWaitingAsync(1, TimeSpan.FromMinutes(1), TestEnds);
        await CommandAsync("advance", "by", "3s");

        Assert.Equal(["Queued", "Connected", "Released"], await call);
    }

    [Fact]
    public async Task A_poll_that_fails_once_is_asked_again()
    {
        await CommandAsync(
            "arm-fault", "fault", """{"at":"getClickToCallEvents","when":{"nth":1},"inject":{"status":503}}""");
        using var desk = _app.CreateHttpClient("desk");

        var steps = await desk.GetFromJsonAsync<List<string>>("/call/ann", TestEnds);

        Assert.Equal(["Queued", "Connected", "Released"], steps);
    }

    // As the dashboard's button of that name does.
    private async Task CommandAsync(string command, string argument, string value)
    {
        var input = new InteractionInput { Name = argument, InputType = InputType.Text, Value = value };
        var result = await _app.ResourceCommands.ExecuteCommandAsync(
            "cec", command, new InteractionInputCollection([input]), TestEnds);
        Assert.True(result.Success, result.Message);
    }
}
