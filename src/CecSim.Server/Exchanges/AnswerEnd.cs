namespace CecSim.Server.Exchanges;

/// <summary>How an answer ends.</summary>
internal enum AnswerEnd
{
    Whole,
    Truncated,
    BrokenChunk,
}
