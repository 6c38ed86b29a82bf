namespace CecSim.Server.Exchanges;

/// <content>What becomes of it at a breakpoint.</content>
internal sealed partial class VendorExchange
{
    private bool _isEdited;

    /// <summary>Whether the answer shall stand at a breakpoint.</summary>
    public bool PausesAnswer { get; set; }

    /// <summary>Somebody has dropped it, or its answer, at a breakpoint.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>Answers as somebody wants it at a breakpoint.</summary>
    public Task AnswerEditedAsync(AnswerDraft answer)
    {
        MarkEdited();
        return WriteAsync(answer);
    }

    /// <summary>Its answer is no longer CEC's, and says nothing about the request.</summary>
    public void MarkEdited()
    {
        _isEdited = true;
        Recording?.MarkAnsweredByFault();
    }

    /// <summary>Breaks its connection in place of an answer.</summary>
    public void Drop()
    {
        IsDropped = true;
        Recording?.Breaks(sent: default);
        ConnectionAborter.Reset(Http);
    }
}
