using System.Diagnostics;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Users;

namespace CecSim.Server.Telemetry;

/// <summary>
/// One trace for each call: its requests over HTTP and its media, from createClickToCall to the end, whatever trace
/// the client itself says that a request belongs to; that one is linked.
/// </summary>
internal sealed class CallTraces
{
    private static readonly ActivitySource Source = new(TelemetrySource.Traces);

    private readonly Lock _gate = new();

    public static bool IsAsked => Source.HasListeners();

    public void Ended(VendorExchange exchange, DateTimeOffset begin)
    {
        if (!IsAsked)
        {
            return;
        }

        var trace = exchange.User is { } user ? TraceOf(exchange.Space, user, begin) : null;
        var operation = exchange.Route.Operation.Word;
        var status = exchange.Http.Response.StatusCode;
        ActivityContext.TryParse(
            exchange.Header("traceparent"), exchange.Header("tracestate"), isRemote: true, out var ofClient);
        using var span = trace is null
            ? Source.StartActivity(operation, ActivityKind.Server, ofClient, startTime: begin)
            : Source.StartActivity(
                operation,
                ActivityKind.Server,
                trace.Context,
                links: ofClient == default ? null : [new ActivityLink(ofClient)],
                startTime: begin);
        span?.SetTag("cecsim.space", exchange.Space.Settings.Name)
            .SetTag("http.request.method", exchange.Route.Method)
            .SetTag("http.route", exchange.Route.Path)
            .SetTag("http.response.status_code", status)
            .SetStatus(status < 400 ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        foreach (var told in exchange.Delivered.OfType<CallEvent>())
        {
            span?.AddEvent(new ActivityEvent($"{told.EventId} {EnumNames.Of(told.Kind)}", told.At));
        }

        if (trace is not null && exchange.Space.Calls.LastOf(exchange.User!) is { IsOver: true })
        {
            trace.End();
        }
    }

    /// <returns>The span of a call's media; null when nobody traces.</returns>
    public Activity? BeginMedia(Space space, string accessCode) =>
        IsAsked && space.Calls.UserOf(accessCode) is { } user
            && TraceOf(space, user, TimeProvider.System.GetUtcNow()) is { } trace
                ? Source.StartActivity("media", ActivityKind.Server, trace.Context)
                    ?.SetTag("cecsim.space", space.Settings.Name)
                : null;

    private CallTrace? TraceOf(Space space, User user, DateTimeOffset begin)
    {
        if (space.Calls.LastOf(user) is not { } call)
        {
            return null;
        }

        lock (_gate)
        {
            if (user.Trace?.CallId != call.Id)
            {
                user.Trace?.End();
                user.Trace = new CallTrace(call.Id, StartCall(space, user, call.Id, begin));
            }

            return user.Trace;
        }
    }

    // A trace of its own: nothing that happens to be current here is above a call.
    private static Activity? StartCall(Space space, User user, long callId, DateTimeOffset begin)
    {
        var around = Activity.Current;
        Activity.Current = null;
        var span = Source.StartActivity("call", ActivityKind.Server, default(ActivityContext), startTime: begin);
        Activity.Current = around;
        return span?.SetTag("cecsim.space", space.Settings.Name)
            .SetTag("cecsim.call", callId)
            .SetTag("cecsim.channel", user.Channel.Id);
    }
}
