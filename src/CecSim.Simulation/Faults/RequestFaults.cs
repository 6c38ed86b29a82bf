using System.Text.RegularExpressions;

namespace CecSim.Simulation.Faults;

/// <summary>
/// A fault that strikes a request before anyone looks at its credentials, as a broken network or gateway would: what
/// carries a dead token, or none, is counted and struck like any other.
/// </summary>
public abstract record RequestFault : Fault
{
    public override FaultPlace Place => FaultPlace.OverHttp;

    /// <summary>Does the damage.</summary>
    /// <returns>Whether the request has been answered, so that nothing else may answer it.</returns>
    public abstract Task<FaultOutcome> InjectAsync(IFaultTarget target);
}

/// <summary>The access token dies now; the credentials check then answers as it does for any dead token.</summary>
public sealed record AccessTokenExpired : RequestFault
{
    public override FaultPlace Place => FaultPlace.AccessTokens;

    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        target.ExpireAccessToken();
        return Task.FromResult(FaultOutcome.Continue);
    }
}

/// <summary>The access token is taken back: from now on it is refused as one that was never issued.</summary>
public sealed record AccessTokenRevoked : RequestFault
{
    public override FaultPlace Place => FaultPlace.AccessTokens;

    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        target.RevokeAccessToken();
        return Task.FromResult(FaultOutcome.Continue);
    }
}

/// <summary>The ccmessaging token dies now; the access token lives on.</summary>
public sealed record MessagingTokenExpired : RequestFault
{
    public override FaultPlace Place => FaultPlace.MessagingTokens;

    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        target.ExpireMessagingToken();
        return Task.FromResult(FaultOutcome.Continue);
    }
}

/// <summary>Any HTTP status, with a body of one's own or the vendor's error body.</summary>
public sealed record StatusAnswer(int Code, string? Body = null) : RequestFault
{
    public override async Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        await target.AnswerStatusAsync(Code, Body);
        return FaultOutcome.Handled;
    }
}

/// <summary>200 with a <c>resultCode</c> other than success.</summary>
/// <param name="Desc">Null for the documented text of that code, where there is one.</param>
public sealed record ResultCodeAnswer(string Code, string? Desc = null) : RequestFault
{
    public override async Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        await target.AnswerResultCodeAsync(Code, Desc);
        return FaultOutcome.Handled;
    }
}

/// <summary>429, with or without word on when to come back.</summary>
public sealed record TooManyRequests(TimeSpan? RetryAfter = null) : RequestFault
{
    public override async Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        await target.AnswerTooManyRequestsAsync(RetryAfter);
        return FaultOutcome.Handled;
    }
}

/// <summary>The answer as it is, called something else: a proxy's page, or a type that no client parses.</summary>
/// <param name="Value">The header of that name, as in <c>text/html; charset=GBK</c>.</param>
public sealed partial record ContentType(string Value) : RequestFault
{
    public const int CharsMax = 100;

    /// <summary>What else a header may hold is folded or trimmed on its way (RFC 9110, 5.5).</summary>
    [GeneratedRegex("^[!-~]+( [!-~]+)*$")]
    public static partial Regex Characters { get; }

    public override FaultPlace Place => FaultPlace.Answers;

    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        target.AlterAnswer(plan => plan with { ContentType = Value });
        return Task.FromResult(FaultOutcome.Continue);
    }
}

/// <summary>The request waits, in space time, before anything else happens to it.</summary>
public sealed record Delay(DelayTime For) : RequestFault
{
    public override async Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        await target.WaitAsync(For.Draw(target.Random));
        return FaultOutcome.Continue;
    }
}
