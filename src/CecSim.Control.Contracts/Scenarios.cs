namespace CecSim.Control.Contracts;

/// <summary>A scenario that is being written.</summary>
/// <param name="Text">YAML, as a scenario file has it; at most 1 MB.</param>
public sealed record ScenarioDraft(string Text);

/// <summary>The text of a scenario.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Text">YAML, as a scenario file has it.</param>
public sealed record ScenarioText(string Name, string Text);

/// <summary>What is to be said of a scenario that is being written.</summary>
/// <param name="Mistakes">In the order of the text; none where it is sound.</param>
/// <param name="Name">What it is called; null where it is not sound.</param>
/// <param name="About">What it says that happens in it; null where it is not sound or says nothing.</param>
public sealed record ScenarioCheck(
    IReadOnlyList<ScenarioMistake> Mistakes, string? Name = null, string? About = null);

/// <summary>One thing that is wrong in a scenario, and how to put it right.</summary>
/// <param name="Line">Counted from 1; 0 when it is about the whole and not about a place in it.</param>
/// <param name="Column">Counted from 1; 0 when it is about the whole.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="IsWarning">The scenario is sound; but what it says there has no effect.</param>
/// <param name="Allowed">What is allowed instead; null where that is not known.</param>
/// <param name="DidYouMean">What was probably meant; null where that is not known.</param>
public sealed record ScenarioMistake(
    int Line, int Column, string Message, bool IsWarning, string? Allowed = null, string? DidYouMean = null);

/// <summary>What a client that does as the documents say sees of a scenario.</summary>
/// <param name="Runs">One for each rule of <c>calls</c>, in their order; one where there is no rule.</param>
/// <param name="LeftOut">How many rules were not tried, because there was no more time for it.</param>
public sealed record ScenarioTrial(IReadOnlyList<TrialRun> Runs, int LeftOut);

/// <summary>One call of a scenario, in a space of its own whose time is skipped.</summary>
/// <param name="Requests">What its client sent, and what came; empty polls one after the other are one.</param>
/// <param name="Outcome">How it ended, in words.</param>
/// <param name="IsSound">The story was told to its end, or its call was refused as CEC refuses one.</param>
/// <param name="Rule">The number of the rule of <c>calls</c> that decides it, from 1; null without rules.</param>
/// <param name="Media">What the call asked for; null where no call comes to the rule.</param>
/// <param name="UserId">Who called; null where no call comes to the rule.</param>
/// <param name="ChannelId">By which channel; null where no call comes to the rule.</param>
public sealed record TrialRun(
    IReadOnlyList<TrialRequest> Requests,
    string Outcome,
    bool IsSound,
    int? Rule = null,
    CallMedium? Media = null,
    string? UserId = null,
    string? ChannelId = null);

/// <summary>A request of a tried call with its answer.</summary>
/// <param name="SentAfterMs">From the space's beginning until it was sent, in ms of the space's time.</param>
/// <param name="AnsweredAfterMs">From the space's beginning until its answer, in ms of the space's time.</param>
/// <param name="Operation">Its operation, such as <c>createClickToCall</c>.</param>
/// <param name="Count">How many requests it stands for: of empty polls one after the other all.</param>
/// <param name="Status">Null when no answer came.</param>
/// <param name="ResultCode">The answer's result code; null where it has none.</param>
/// <param name="EventId">The event that a poll brought; null for none.</param>
/// <param name="Note">Why it was refused or not answered; null where there is nothing to say.</param>
public sealed record TrialRequest(
    long SentAfterMs,
    long AnsweredAfterMs,
    string Operation,
    int Count = 1,
    int? Status = null,
    string? ResultCode = null,
    int? EventId = null,
    string? Note = null);
