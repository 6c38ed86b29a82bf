using CecSim.Server.Gateway;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Commands;
using CecSim.Simulation.Scripts;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Snapshots;

/// <summary>
/// Does in a new space, whose time stands, what came to another, each thing at its own moment. What was held there is
/// held here, with nobody at the other end.
/// </summary>
internal sealed class Replay(
    HostedSpace hosted, VendorPipeline pipeline, EndpointDataSource endpoints, IServiceProvider services)
{
    private readonly List<(HttpContext Http, Task Over)?> _requests = [];
    private readonly Dictionary<string, ReplayMediaLeg> _legs = [];
    private readonly Dictionary<string, InvitePlan> _plans = [];
    private readonly Dictionary<string, ReplayPhone> _phones = [];

    private Space Space => hosted.Space;

    /// <exception cref="InvalidDataException">A step is none that this server knows.</exception>
    public async Task PlayAsync(SpaceSnapshot snapshot, CancellationToken ends)
    {
        foreach (var command in snapshot.Steps)
        {
            await ReachAsync(command.At, ends);
            _requests.Add(null);
            await PlayAsync(command, ends);
        }

        await ReachAsync(snapshot.Now, ends);
    }

    // What stands at a breakpoint did not keep the time of a space that ran. Where no time is left to pass, what was
    // let go has first to be held again, or over.
    private Task<bool> ReachAsync(DateTimeOffset moment, CancellationToken ends)
    {
        var wait = moment - Space.Time.ReadNow();
        return Space.Time.AdvanceAsync(
            wait > TimeSpan.Zero ? wait : TimeSpan.Zero, ends, heedsBreakpoints: false);
    }

    private Task PlayAsync(RecordedCommand command, CancellationToken ends) => command.Kind switch
    {
        CommandKind.Vendor => SendAsync(command),
        CommandKind.Control => ControlAsync(command),
        CommandKind.HungUp => HangUpAsync(command, ends),
        CommandKind.Phone => PlayPhone(command),
        _ => PlayMedia(command),
    };

    private Task PlayPhone(RecordedCommand command)
    {
        var account = command.Account ?? throw new InvalidDataException("A step of a phone has no account.");
        if (!_phones.TryGetValue(account, out var phone))
        {
            _phones[account] = phone = new ReplayPhone(Space, account);
        }

        phone.Play(command);
        return Task.CompletedTask;
    }

    private async Task SendAsync(RecordedCommand command)
    {
        var uri = new Uri("http://127.0.0.1" + command.Path);
        var route = VendorRoutes.All.FirstOrDefault(r => r.Method == command.Method && r.Path == uri.AbsolutePath)
            ?? throw new InvalidDataException($"{command.Method} {uri.AbsolutePath} is no route of this server.");
        var http = ContextOf(command);
        http.Request.Path = uri.AbsolutePath;
        http.Request.QueryString = QueryString.FromUriComponent(uri);
        foreach (var (name, value) in command.Values ?? new Dictionary<string, string>())
        {
            http.Request.Headers[name] = value;
        }

        var resting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var over = PlayToItsEndAsync(http, route, () => resting.TrySetResult());
        _requests[^1] = (http, over);
        await Task.WhenAny(over, resting.Task);
    }

    private async Task PlayToItsEndAsync(HttpContext http, VendorRoute route, Action onIdle)
    {
        using var line = http.Features.GetRequiredFeature<ReplayConnection>();
        await pipeline.PlayAsync(http, route, Space, onIdle);
    }

    private async Task ControlAsync(RecordedCommand command)
    {
        var endpoint = endpoints.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(e =>
            e.RoutePattern.RawText == command.Path
            && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(command.Method!) == true)
            ?? throw new InvalidDataException($"{command.Method} {command.Path} is no route of this server.");
        var http = ContextOf(command);
        http.Features.Set(new SpaceOfRoute(hosted));
        http.Request.ContentType = "application/json";
        foreach (var (name, value) in command.Values ?? new Dictionary<string, string>())
        {
            http.Request.RouteValues[name] = value;
        }

        await endpoint.RequestDelegate!(http);
        http.Features.GetRequiredFeature<ReplayConnection>().Dispose();
    }

    private async Task HangUpAsync(RecordedCommand command, CancellationToken ends)
    {
        if (command.Of is >= 0 and var place && place < _requests.Count
            && _requests[place] is var (http, over) && !over.IsCompleted)
        {
            http.Abort();
            await over.WaitAsync(ends);
        }
    }

    private Task PlayMedia(RecordedCommand command)
    {
        var code = command.AccessCode ?? throw new InvalidDataException($"A step {command.Kind} has no access code.");
        switch (command.Kind)
        {
            case CommandKind.MediaInvited:
                _plans[code] = InvitePlan.Of(
                    command.Text is { } phone ? Space.Dialled.Strike(phone) : Space.Media.Strike(code));
                break;
            case CommandKind.MediaJoined:
                Join(code, command.Text ?? "");
                break;
            case CommandKind.MediaLeft when _legs.TryGetValue(code, out var leg):
                Space.Media.Leave(
                    code, leg, Enum.TryParse<MediaEnding>(command.Text, out var ending) ? ending : MediaEnding.HungUp);
                break;
            case CommandKind.MediaSignal when _legs.TryGetValue(code, out var leg):
                Space.Media.Raise(code, leg, SignalOf(command));
                break;
        }

        return Task.CompletedTask;
    }

    private void Join(string number, string caller)
    {
        var leg = new ReplayMediaLeg();
        if (Space.Dialled.Has(number))
        {
            Space.Dialled.Begin(number, caller, leg);
        }
        else
        {
            Space.Media.Join(new GatewayRoute(Space.Media.Domain, number, caller), leg);
        }

        if (leg.AccessCode.Length > 0)
        {
            _legs[leg.AccessCode] = leg;
            _plans.GetValueOrDefault(number)?.Begin(Space, leg.AccessCode, leg);
        }
    }

    private static CallSignal SignalOf(RecordedCommand command) => command.Signal switch
    {
        nameof(CallSignal.MediaConnected) => new CallSignal.MediaConnected(),
        nameof(CallSignal.Hold) => new CallSignal.Hold(),
        nameof(CallSignal.Dtmf) => new CallSignal.Dtmf(command.Text ?? ""),
        _ => throw new InvalidDataException($"'{command.Signal}' is no signal."),
    };

    private DefaultHttpContext ContextOf(RecordedCommand command)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var line = new ReplayConnection(command.Body is not null);
        http.Features.Set(line);
        http.Features.Set<IHttpResetFeature>(line);
        http.Features.Set<IHttpRequestLifetimeFeature>(line);
        http.Features.Set<IHttpRequestBodyDetectionFeature>(line);
        http.Request.Method = command.Method!;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("127.0.0.1");
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(command.Body ?? ""));
        http.Request.ContentLength = http.Request.Body.Length;
        return http;
    }
}
