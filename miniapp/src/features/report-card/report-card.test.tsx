import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { CardPhoto, CardPhotoPair, publicFile } from './card-photo.tsx';
import { ReportCard } from './report-card.tsx';
import { StateChip } from './state-chip.tsx';

afterEach(cleanup);

describe('StateChip', () => {
  it('says the state in the word of the service, with an icon that is not read out', () => {
    const { container } = render(<StateChip state="in_progress" label="Đang xử lý" />);
    expect(screen.getByText('Đang xử lý')).toBeTruthy();
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(screen.queryByText('Quá hạn')).toBeNull();
  });

  it('says in a word of its own that a report is overdue', () => {
    render(<StateChip state="in_progress" label="Đang xử lý" overdue />);
    expect(screen.getByText('Quá hạn')).toBeTruthy();
  });

  it('shows a state it has never heard of by its word', () => {
    render(<StateChip state="some_day" label="Trạng thái mới" />);
    expect(screen.getByText('Trạng thái mới')).toBeTruthy();
  });
});

describe('ReportCard', () => {
  it('has one link, named by what the report is about, and the place and state beside it', () => {
    render(
      <MemoryRouter>
        <ReportCard
          to="/around/HN-7K3M9QXV"
          title="Rác thải"
          place="phường Láng"
          state="answered"
          stateLabel="Đã có kết quả"
        />
      </MemoryRouter>,
    );
    const links = screen.getAllByRole('link');
    expect(links).toHaveLength(1);
    expect(links[0]?.textContent).toBe('Rác thải');
    expect(links[0]?.getAttribute('href')).toBe('/around/HN-7K3M9QXV');
    expect(screen.getByRole('heading', { level: 3, name: 'Rác thải' })).toBeTruthy();
    expect(screen.getByText('phường Láng')).toBeTruthy();
  });
});

describe('photos everybody may see', () => {
  it('are asked for at the service, not at the address of the app', () => {
    expect(publicFile('/api/public/photos/7')).toBe('https://api.test/api/public/photos/7');
    expect(publicFile('https://elsewhere.test/7.jpg')).toBe('https://elsewhere.test/7.jpg');
  });

  it('say what they show', () => {
    render(<CardPhoto url="/7.jpg" alt="Ảnh: Rác thải" />);
    expect(screen.getByRole('img', { name: 'Ảnh: Rác thải' })).toBeTruthy();
  });

  it('stand as before and after once there is an answer', () => {
    render(<CardPhotoPair before="/1.jpg" after="/2.jpg" what="Rác thải" />);
    expect(screen.getByRole('img', { name: 'Ảnh trước khi xử lý: Rác thải' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Ảnh sau khi xử lý: Rác thải' })).toBeTruthy();
  });
});
