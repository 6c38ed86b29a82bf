namespace CecSim.Client.Exchanges;

/// <summary>What came of one request.</summary>
/// <param name="MayRepeat">Whether it failed in a way that another attempt may change.</param>
internal abstract record Attempt(bool MayRepeat)
{
    /// <summary>
    /// JSON with status 200, a refusal too; and the ccmessaging-token of the response header, null when there is none.
    /// </summary>
    internal sealed record Answered(Answer Answer, string? RenewedToken, bool MayRepeat) : Attempt(MayRepeat);

    /// <summary>It failed, or the fetching of a token for it did: the operation says which.</summary>
    internal sealed record Failed(string Operation, CecFailure Failure, bool MayRepeat) : Attempt(MayRepeat)
    {
        public Exception? Cause { get; init; }

        /// <summary>Whether CEC may have done as it was asked all the same.</summary>
        public bool MayHaveArrived { get; init; }

        /// <summary>When CEC wants to be asked again; null when it does not say.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }

    /// <summary>401 or 403: new tokens may help.</summary>
    internal sealed record Unauthorized(string Operation, int Status, string? ExceptionInfo) : Attempt(MayRepeat: true);
}
