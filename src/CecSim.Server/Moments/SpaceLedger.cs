using System.Runtime.CompilerServices;
using CecSim.Server.Exchanges;
using CecSim.Simulation;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Scripts;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.Moments;

/// <summary>
/// What came to a space since it began, secrets and all: with its seed and its clock enough to bring it to the same
/// state once more. A space that saw more than is kept can no longer be brought there, and says so.
/// </summary>
internal sealed class SpaceLedger
{
    public const int StepsMax = 5_000;

    public const int CharsMax = 4 * 1024 * 1024;

    private static readonly ConditionalWeakTable<Space, SpaceLedger> Ledgers = [];

    private readonly Lock _gate = new();
    private readonly List<Step> _steps = [];
    private long _charsCount;
    private volatile string? _gap;

    /// <summary>Nothing more is kept: it can no longer be done again as a whole.</summary>
    public bool HasGap => _gap is not null;

    public static SpaceLedger Of(Space space) => Ledgers.GetOrCreateValue(space);

    /// <summary>All of it, or why there is not all of it.</summary>
    public (IReadOnlyList<Step> Steps, string? Gap) Read()
    {
        lock (_gate)
        {
            return ([.. _steps], _gap);
        }
    }

    /// <returns>Null when it is not kept.</returns>
    public LedgerPlace? Add(VendorExchange exchange)
    {
        if (HasGap)
        {
            return null;
        }

        var request = exchange.Http.Request;
        return Add(new Step(StepKind.Vendor, exchange.Space.Time.ReadNow())
        {
            Method = request.Method,
            Path = request.Path + request.QueryString,
            Values = request.Headers
                .Where(h => !IsOfTheLine(h.Key))
                .ToDictionary(h => h.Key, h => h.Value.ToString()),
        });
    }

    /// <summary>The request is over.</summary>
    public static void End(LedgerPlace place, VendorExchange exchange)
    {
        if (exchange.Body is { IsBroken: false } body)
        {
            place.Ledger.Fill(place.Step, body.RawText);
        }

        // A ccmessaging token has the moment of its making in it, which in a space whose time runs is later than that
        // at which the request came. Done again, it must have the same.
        if (TokenIssuedAt(exchange) is { } issuedAt && issuedAt > place.Step.At)
        {
            place.Step.At = issuedAt;
        }

        if (exchange.Aborted.IsCancellationRequested)
        {
            place.Ledger.Add(new Step(StepKind.HungUp, exchange.Space.Time.ReadNow()) { Of = place.Number });
        }
    }

    private static DateTimeOffset? TokenIssuedAt(VendorExchange exchange) => exchange switch
    {
        { User: { } user } => exchange.Space.MessagingTokens.IssuedAt(user.Channel.Id, user.UserId),
        { Route.Operation: CecOperation.ApplyToken, Body: { } body } =>
            exchange.Space.MessagingTokens.IssuedAt(body.Peek("channelId"), body.Peek("userId")),
        _ => null,
    };

    public void Invited(Space space, string accessCode) => Add(
        new Step(StepKind.MediaInvited, space.Time.ReadNow()) { AccessCode = accessCode });

    public void Joined(Space space, string accessCode, string caller) => Add(
        new Step(StepKind.MediaJoined, space.Time.ReadNow()) { AccessCode = accessCode, Text = caller });

    public void Left(Space space, string accessCode, MediaEnding ending = MediaEnding.HungUp) => Add(
        new Step(StepKind.MediaLeft, space.Time.ReadNow())
        {
            AccessCode = accessCode,
            Text = ending == MediaEnding.HungUp ? null : $"{ending}",
        });

    public void Signalled(Space space, string accessCode, CallSignal signal) => Add(
        new Step(StepKind.MediaSignal, space.Time.ReadNow())
        {
            AccessCode = accessCode,
            Signal = signal.GetType().Name,
            Text = (signal as CallSignal.Dtmf)?.Digits,
        });

    /// <returns>Null when it is not kept.</returns>
    public LedgerPlace? Add(Step step)
    {
        lock (_gate)
        {
            if (HasGap)
            {
                return null;
            }

            if (_steps.Count == StepsMax)
            {
                return Forget($"more than {StepsMax} requests came to it");
            }

            _steps.Add(step);
            return Weigh(step.Body) ? new LedgerPlace(this, _steps.Count - 1, step) : null;
        }
    }

    /// <summary>Something came to the space that nothing here can do again.</summary>
    public void Break(string why)
    {
        lock (_gate)
        {
            Forget(why);
        }
    }

    private void Fill(Step step, string body)
    {
        lock (_gate)
        {
            if (Weigh(body))
            {
                step.Body = body;
            }
        }
    }

    private bool Weigh(string? body)
    {
        _charsCount += body?.Length ?? 0;
        if (_charsCount <= CharsMax)
        {
            return true;
        }

        Forget($"the bodies that came to it have more than {CharsMax} characters");
        return false;
    }

    private LedgerPlace? Forget(string why)
    {
        _gap ??= why;
        _steps.Clear();
        return null;
    }

    // What only the connection is about; a request that is done again has none.
    private static bool IsOfTheLine(string header) =>
        header is "Host" or "Connection" or "Content-Length" or "Transfer-Encoding" or "Accept-Encoding" or "Expect";
}
