using System.Globalization;
using CecSim.Control.Contracts;
using CecSim.Server.Control.Pact;
using CecSim.Server.Gateway;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Clock;
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
    private readonly List<SentRequest?> _requests = [];
    private readonly Dictionary<string, ReplayMediaLeg> _legs = [];
    private readonly Dictionary<string, InvitePlan> _plans = [];
    private readonly Dictionary<string, ReplayPhone> _phones = [];
    private bool _isKept;

    /// <summary>How the space's time goes on after it; null where the log does not say.</summary>
    public ClockSettings? Clock { get; private set; }

    private Space Space => hosted.Space;

    /// <exception cref="InvalidDataException">A command is none that this server knows.</exception>
    public async Task PlayAsync(
        IReadOnlyList<RecordedCommand> commands, DateTimeOffset? until, CancellationToken ends)
    {
        _isKept = hosted.Log is not null || commands.Any(c => c.Kind is CommandKind.Moment or CommandKind.Restarted);
        Space.Commands.BeginReplay();
        try
        {
            foreach (var (place, command) in commands.Index())
            {
                await ReachAsync(command.At, ends);
                await PlayNumberedAsync(place, command, ends);
            }

            if (until is { } moment)
            {
                await ReachAsync(moment, ends);
            }
        }
        finally
        {
            Space.Commands.EndReplay();
        }
    }

    private async Task PlayNumberedAsync(int place, RecordedCommand command, CancellationToken ends)
    {
        if (command.Kind == CommandKind.Reset)
        {
            // What begins anew has a log of its own, whose numbers begin anew.
            Reset(command);
            return;
        }

        Space.Commands.AddReplayed(command);
        _requests.Add(null);
        try
        {
            await PlayAsync(command, ends);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"Command {place + 1}, {command.Kind}: {e.Message}", e);
        }
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
        CommandKind.Answered => RequestOf(command)?.AnswerAsync(command.Body ?? "") ?? Task.CompletedTask,
        CommandKind.Settled => RequestOf(command)?.SendAsync() ?? Task.CompletedTask,
        CommandKind.Restarted => RestartAsync(ends),
        CommandKind.Reloaded or CommandKind.ProviderState or CommandKind.Clock or CommandKind.Moment
            or CommandKind.Sent =>
            PlayOther(command),
        CommandKind.Phone => PlayPhone(command),
        _ => PlayMedia(command),
    };

    private Task PlayOther(RecordedCommand command)
    {
        switch (command.Kind)
        {
            case CommandKind.Reloaded:
                Space.Reload(SnapshotService.ScenarioOf(command.Body ?? "")
                    ?? throw new InvalidDataException("A command Reloaded has no scenario."));
                break;
            case CommandKind.ProviderState:
                ProviderStateEndpoints.Replay(hosted, command.Body ?? "{}");
                break;
            case CommandKind.Sent when RequestOf(command) is { } sent:
                sent.IsSent = true;
                break;
            case CommandKind.Clock:
                Clock = ClockOf(command);
                break;
        }

        return Task.CompletedTask;
    }

    private static ClockSettings ClockOf(RecordedCommand command) => command.Text is not { } rate
        ? ClockSettings.Frozen
        : double.TryParse(rate, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && ClockSettings.WhyNoRate(number) is null
            ? new ClockSettings { Rate = number }
            : throw new InvalidDataException($"'{rate}' is no rate of a clock.");

    private void Reset(RecordedCommand command)
    {
        if (!Enum.TryParse<ResetScope>(command.Text, out var scope))
        {
            throw new InvalidDataException($"'{command.Text}' is no part of a space.");
        }

        if (scope == ResetScope.Clock)
        {
            Clock = hosted.ClockAfterReset;
            return;
        }

        Space.Commands.EndReplay();
        hosted.Reset(scope);
        Space.Commands.BeginReplay();
        if (scope == ResetScope.State)
        {
            _requests.Clear();
            _legs.Clear();
            _plans.Clear();
        }
    }

    // Who was held, waited or spoke then was connected to a process that is no more.
    private async Task RestartAsync(CancellationToken ends)
    {
        foreach (var (_, leg) in _legs)
        {
            Space.Media.Leave(leg.AccessCode, leg, MediaEnding.ServerEnded);
        }

        _legs.Clear();
        Space.Phones.UnregisterAll();
        foreach (var request in _requests.OfType<SentRequest>().Where(r => !r.Over.IsCompleted))
        {
            await request.HangUpAsync(ends);
        }
    }

    private SentRequest? RequestOf(RecordedCommand command) =>
        command.Of is >= 0 and var place && place < _requests.Count ? _requests[place] : null;

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
        var http = ContextOf(command);
        var route = ReplayRoutes.Find(command.Method, uri.AbsolutePath, http.Request.RouteValues)
            ?? throw new InvalidDataException($"{command.Method} {uri.AbsolutePath} is no route of this server.");
        http.Request.Path = uri.AbsolutePath;
        http.Request.QueryString = QueryString.FromUriComponent(uri);
        foreach (var (name, value) in command.Values ?? new Dictionary<string, string>())
        {
            http.Request.Headers[name] = value;
        }

        if (http.Request.Headers.Origin.ToString().StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            // The bar's frame is asked for whether it is of this very server.
            http.Request.Scheme = "https";
        }

        var replayed = new ReplayedRequest(_isKept);
        var played = new SentRequest(http, replayed, PlayToItsEndAsync(http, route, replayed));
        _requests[^1] = played;
        await Task.WhenAny(played.Over, replayed.WhenIdle);
    }

    private async Task PlayToItsEndAsync(HttpContext http, VendorRoute route, ReplayedRequest replayed)
    {
        using var line = http.Features.GetRequiredFeature<ReplayConnection>();
        await pipeline.PlayAsync(http, route, Space, replayed);
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
        if (RequestOf(command) is { Over.IsCompleted: false } request)
        {
            await request.HangUpAsync(ends);
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
                Space.Media.Raise(code, leg, ReplayMediaLeg.SignalOf(command));
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
