using System.Text;
using CecSim.Server.Control.Access;
using CecSim.Server.Exchanges;
using CecSim.Server.Gateway;
using CecSim.Server.Spaces;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Scripts;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Moments;

/// <summary>
/// Does in a new space, whose time stands, what came to another, each thing at its own moment. What was held there is
/// held here, with nobody at the other end.
/// </summary>
internal sealed class Replay(
    HostedSpace hosted, VendorPipeline pipeline, EndpointDataSource endpoints, IServiceProvider services)
{
    private readonly List<(HttpContext Http, Task Over)?> _requests = [];
    private readonly Dictionary<string, PlayedLeg> _legs = [];
    private readonly Dictionary<string, InvitePlan> _plans = [];

    private Space Space => hosted.Space;

    /// <exception cref="InvalidDataException">A step is none that this server knows.</exception>
    public async Task PlayAsync(Moment moment, CancellationToken ends)
    {
        foreach (var step in moment.Steps)
        {
            await ReachAsync(step.At, ends);
            _requests.Add(null);
            await PlayAsync(step, ends);
        }

        await ReachAsync(moment.Now, ends);
    }

    private Task ReachAsync(DateTimeOffset moment, CancellationToken ends)
    {
        var wait = moment - Space.Time.ReadNow();
        return wait > TimeSpan.Zero ? Space.Time.AdvanceAsync(wait, ends) : Task.CompletedTask;
    }

    private Task PlayAsync(Step step, CancellationToken ends) => step.Kind switch
    {
        StepKind.Vendor => SendAsync(step),
        StepKind.Control => ControlAsync(step),
        StepKind.HungUp => HangUpAsync(step, ends),
        _ => PlayMedia(step),
    };

    private async Task SendAsync(Step step)
    {
        var uri = new Uri("http://127.0.0.1" + step.Path);
        var route = VendorRoutes.All.FirstOrDefault(r => r.Method == step.Method && r.Path == uri.AbsolutePath)
            ?? throw new InvalidDataException($"{step.Method} {uri.AbsolutePath} is no route of this server.");
        var http = ContextOf(step);
        http.Request.Path = uri.AbsolutePath;
        http.Request.QueryString = QueryString.FromUriComponent(uri);
        foreach (var (name, value) in step.Values ?? new Dictionary<string, string>())
        {
            http.Request.Headers[name] = value;
        }

        var resting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var over = PlayToItsEndAsync(http, route, () => resting.TrySetResult());
        _requests[^1] = (http, over);
        await Task.WhenAny(over, resting.Task);
    }

    private async Task PlayToItsEndAsync(HttpContext http, VendorRoute route, Action cameToRest)
    {
        using var line = http.Features.GetRequiredFeature<PlayedLine>();
        await pipeline.PlayAsync(http, route, Space, cameToRest);
    }

    private async Task ControlAsync(Step step)
    {
        var endpoint = endpoints.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(e =>
            e.RoutePattern.RawText == step.Path
            && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(step.Method!) == true)
            ?? throw new InvalidDataException($"{step.Method} {step.Path} is no route of this server.");
        var http = ContextOf(step);
        http.Features.Set(new SpaceOfRoute(hosted));
        http.Request.ContentType = "application/json";
        foreach (var (name, value) in step.Values ?? new Dictionary<string, string>())
        {
            http.Request.RouteValues[name] = value;
        }

        await endpoint.RequestDelegate!(http);
        http.Features.GetRequiredFeature<PlayedLine>().Dispose();
    }

    private async Task HangUpAsync(Step step, CancellationToken ends)
    {
        if (step.Of is >= 0 and var place && place < _requests.Count
            && _requests[place] is var (http, over) && !over.IsCompleted)
        {
            http.Abort();
            await over.WaitAsync(ends);
        }
    }

    private Task PlayMedia(Step step)
    {
        var code = step.AccessCode ?? throw new InvalidDataException($"A step {step.Kind} has no access code.");
        switch (step.Kind)
        {
            case StepKind.MediaInvited:
                _plans[code] = InvitePlan.Of(Space.Media.Strike(code));
                break;
            case StepKind.MediaJoined:
                var route = new GatewayRoute(Space.Media.Domain, code, step.Text ?? "");
                Space.Media.Join(route, _legs[code] = new PlayedLeg());
                _plans.GetValueOrDefault(code)?.Begin(Space, code, _legs[code]);
                break;
            case StepKind.MediaLeft when _legs.TryGetValue(code, out var leg):
                Space.Media.Leave(
                    code, leg, Enum.TryParse<MediaEnding>(step.Text, out var ending) ? ending : MediaEnding.HungUp);
                break;
            case StepKind.MediaSignal when _legs.TryGetValue(code, out var leg):
                Space.Media.Raise(code, leg, SignalOf(step));
                break;
        }

        return Task.CompletedTask;
    }

    private static CallSignal SignalOf(Step step) => step.Signal switch
    {
        nameof(CallSignal.MediaConnected) => new CallSignal.MediaConnected(),
        nameof(CallSignal.Hold) => new CallSignal.Hold(),
        nameof(CallSignal.Dtmf) => new CallSignal.Dtmf(step.Text ?? ""),
        _ => throw new InvalidDataException($"'{step.Signal}' is no signal."),
    };

    private DefaultHttpContext ContextOf(Step step)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var line = new PlayedLine(step.Body is not null);
        http.Features.Set(line);
        http.Features.Set<IHttpResetFeature>(line);
        http.Features.Set<IHttpRequestLifetimeFeature>(line);
        http.Features.Set<IHttpRequestBodyDetectionFeature>(line);
        http.Request.Method = step.Method!;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("127.0.0.1");
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(step.Body ?? ""));
        http.Request.ContentLength = http.Request.Body.Length;
        return http;
    }
}
