namespace CecSim.Client;

/// <summary>What can go wrong beyond a refusal. These are all the kinds there are.</summary>
public abstract record CecFailure
{
    private CecFailure()
    {
    }

    /// <summary>What it is, in words. No secret is in it.</summary>
    public abstract string Text { get; }

    /// <summary>No answer came.</summary>
    /// <param name="Reason">How far the request got.</param>
    /// <param name="Detail">What the network said.</param>
    public sealed record NoAnswer(CecNoAnswerReason Reason, string Detail) : CecFailure
    {
        /// <inheritdoc />
        public override string Text => Detail;
    }

    /// <summary>An answer with a status that no document explains for this operation, or that says "not now".</summary>
    /// <param name="Status">The HTTP status: neither 200 nor 401 nor 403.</param>
    /// <param name="ExceptionInfo">The body's <c>exceptionInfo</c> (section 1.1); null where there is none.</param>
    public sealed record BadStatus(int Status, string? ExceptionInfo) : CecFailure
    {
        /// <inheritdoc />
        public override string Text => Join($"HTTP status {Status}", ExceptionInfo);
    }

    /// <summary>An answer that is not CEC's: no JSON, or without what the documents promise.</summary>
    /// <param name="What">What is wrong with it.</param>
    public sealed record NotUnderstood(string What) : CecFailure
    {
        /// <inheritdoc />
        public override string Text => What;
    }

    /// <summary>
    /// Tokens were refused with 401 or 403, those that were fetched because of the first refusal too (chapter 6).
    /// </summary>
    /// <param name="Status">401 or 403.</param>
    /// <param name="ExceptionInfo">The body's <c>exceptionInfo</c>; null where there is none.</param>
    public sealed record TokensRefused(int Status, string? ExceptionInfo) : CecFailure
    {
        /// <inheritdoc />
        public override string Text => Join($"new tokens were refused with {Status}", ExceptionInfo);
    }

    /// <summary>tokenByAkSk takes neither <c>app_key</c> nor <c>app_secret</c>, or not together.</summary>
    /// <param name="Status">401 or 403.</param>
    /// <param name="ExceptionInfo">The body's <c>exceptionInfo</c>; null where there is none.</param>
    public sealed record CredentialsRefused(int Status, string? ExceptionInfo) : CecFailure
    {
        /// <inheritdoc />
        public override string Text => Join($"app_key and app_secret were refused with {Status}", ExceptionInfo);
    }

    /// <summary>
    /// A refusal where there can be no value: an event poll that failed as often in a row as is allowed, or
    /// <see cref="CecResult{T}.ValueOrThrow"/>.
    /// </summary>
    /// <param name="Refusal">Why, in CEC's own code.</param>
    public sealed record Refused(CecRefusal Refusal) : CecFailure
    {
        /// <inheritdoc />
        public override string Text => Join($"refused with {Refusal.Code}", Refusal.Description);
    }

    private static string Join(string what, string? said) => string.IsNullOrEmpty(said) ? what : $"{what}: {said}";
}
