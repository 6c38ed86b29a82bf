namespace CecSim.Simulation.Faults;

/// <summary>What a fault can do to the request it was armed for. The server implements it.</summary>
public interface IFaultTarget
{
    /// <summary>What to draw from: this strike's alone, and the same in every run of the seed.</summary>
    SeededRandom Random { get; }

    /// <summary>Ends the access token that the request carries, for good: the same token never works again.</summary>
    void ExpireAccessToken();

    /// <summary>Takes the access token back: refused for good, as a token of nobody and not as an old one.</summary>
    void RevokeAccessToken();

    /// <summary>Ends the ccmessaging token that the request carries, for good.</summary>
    void ExpireMessagingToken();

    /// <summary>Waits in space time; a client that hangs up ends the wait.</summary>
    Task WaitAsync(TimeSpan wait);

    /// <summary>Waits until the client hangs up, or the space ends and the connection with it.</summary>
    Task HangAsync();

    /// <summary>Answers in place of the handler.</summary>
    /// <param name="body">The body; null for the vendor's own error body for that status.</param>
    Task AnswerStatusAsync(int status, string? body);

    /// <summary>Answers 429 in place of the handler.</summary>
    /// <param name="retryAfter">The header of that name; null to leave it out.</param>
    Task AnswerTooManyRequestsAsync(TimeSpan? retryAfter);

    /// <summary>Answers 200 with a result code in place of the handler.</summary>
    Task AnswerResultCodeAsync(string resultCode, string? resultDesc);

    /// <summary>Sends these bytes as they are in place of an answer, and closes the connection cleanly.</summary>
    Task CloseAfterAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Kills the connection: the client's side of it fails.</summary>
    Task ResetAsync();

    /// <summary>Whoever answers, the answer will go over the wire by a plan that is made from the one so far.</summary>
    void AlterAnswer(Func<AnswerPlan, AnswerPlan> change);

    /// <summary>Stands at a breakpoint until somebody lets it go. Nothing where none can.</summary>
    /// <returns>Whether somebody has answered it there, or dropped it.</returns>
    Task<FaultOutcome> PauseAsync() => Task.FromResult(FaultOutcome.Continue);

    /// <summary>Whoever answers, the answer will stand at a breakpoint. Nothing where none can.</summary>
    void PauseAnswer()
    {
    }

    /// <summary>Whoever answers, no cookie will come with it. Nothing where there is none.</summary>
    void RefuseCookies()
    {
    }

    /// <summary>Whoever answers, the connection bar's frame will be there later. Nothing where there is none.</summary>
    void DelayFrame(TimeSpan by)
    {
    }

    /// <summary>Fails the TLS handshake, where CEC itself is the client.</summary>
    Task FailTlsAsync() => ResetAsync();
}
